/** Sends e-mails: workers that lease them from the queue, the connection to the relay, and the interpretation of its answers. */
@NullMarked
package roster.notification.mail;

import org.jspecify.annotations.NullMarked;
