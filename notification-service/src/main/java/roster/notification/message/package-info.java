/** Composes e-mails: words, templates and MIME message, reproducible to the byte. */
@NullMarked
package roster.notification.message;

import org.jspecify.annotations.NullMarked;
