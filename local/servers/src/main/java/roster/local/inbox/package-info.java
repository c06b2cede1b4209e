/** A mail server that stores and shows all mails. No mail leaves this machine. */
@NullMarked
package roster.local.inbox;

import org.jspecify.annotations.NullMarked;
