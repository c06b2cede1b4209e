/** Organizations: registering one. */
@NullMarked
package roster.command.organization;

import org.jspecify.annotations.NullMarked;
