/** What HTTP says of rejections, for example. */
@NullMarked
package roster.command.rejection;

import org.jspecify.annotations.NullMarked;
