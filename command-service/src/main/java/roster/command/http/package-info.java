/** What every command comes in: its envelope, read from headers and parameters, and a body that can be recognized again. */
@NullMarked
package roster.command.http;

import org.jspecify.annotations.NullMarked;
