@NullMarked
package roster.command.bus;

import org.jspecify.annotations.NullMarked;
