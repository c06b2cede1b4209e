/** Sends invitation e-mails: a Kafka record becomes rows of the mail queue, and each row becomes one e-mail that is sent once. */
@NullMarked
package roster.notification;

import org.jspecify.annotations.NullMarked;
