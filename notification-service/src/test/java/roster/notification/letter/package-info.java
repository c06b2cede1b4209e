@NullMarked
package roster.notification.letter;

import org.jspecify.annotations.NullMarked;
