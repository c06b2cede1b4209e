/** Commands over HTTP: requests are read from headers and parameters, sent, and answered with status, headers and body. */
@NullMarked
package roster.command.http;

import org.jspecify.annotations.NullMarked;
