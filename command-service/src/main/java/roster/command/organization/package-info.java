/** Organizations: registering one, and the language that it writes in. */
@NullMarked
package roster.command.organization;

import org.jspecify.annotations.NullMarked;
