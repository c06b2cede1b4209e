@NullMarked
package roster.command.publisher;

import org.jspecify.annotations.NullMarked;
