/** Safe retries: the answer to a command is kept with its events, and given again. */
@NullMarked
package roster.command.retry;

import org.jspecify.annotations.NullMarked;
