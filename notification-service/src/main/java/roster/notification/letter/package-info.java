/** What a letter says and how it is laid out, to the byte: the same letter is the same message, however often it is written. */
@NullMarked
package roster.notification.letter;

import org.jspecify.annotations.NullMarked;
