/** Rejections of commands, and their mapping to problem details. */
@NullMarked
package roster.command.rejection;

import org.jspecify.annotations.NullMarked;
