/** Composes e-mails: words, templates and MIME message, reproducible to the byte. */
@NullMarked
package roster.notification.letter;

import org.jspecify.annotations.NullMarked;
