/** Who is asking, and whether they may. */
@NullMarked
package roster.command.access;

import org.jspecify.annotations.NullMarked;
