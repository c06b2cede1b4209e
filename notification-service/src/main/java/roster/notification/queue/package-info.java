/** The mail queue: e-mails to send, their status, and the reasons of failures. */
@NullMarked
package roster.notification.queue;

import org.jspecify.annotations.NullMarked;
