/** What becomes of the letters of an invitation, as notification-service reports it. */
@NullMarked
package roster.command.mail;

import org.jspecify.annotations.NullMarked;
