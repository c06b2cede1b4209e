/** Organizations: registering one, and finding it. */
@NullMarked
package roster.command.organization;

import org.jspecify.annotations.NullMarked;
