@NullMarked
package roster.command.retry;

import org.jspecify.annotations.NullMarked;
