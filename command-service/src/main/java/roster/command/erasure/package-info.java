/** How a person is forgotten: the key to what names them is destroyed, what is kept beside the events is blanked, and it is certified. */
@NullMarked
package roster.command.erasure;

import org.jspecify.annotations.NullMarked;
