/** Lets invitations expire that nobody has answered in time. */
@NullMarked
package roster.command.expiry;

import org.jspecify.annotations.NullMarked;
