/** Commands over HTTP: reads requests from headers and parameters, sends commands, and creates responses. */
@NullMarked
package roster.command.http;

import org.jspecify.annotations.NullMarked;
