@NullMarked
package roster.command.sealing;

import org.jspecify.annotations.NullMarked;
