/** Tests of texts in requests. */
@NullMarked
package roster.command.text;

import org.jspecify.annotations.NullMarked;
