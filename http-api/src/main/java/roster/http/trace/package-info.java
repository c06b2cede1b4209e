/** How a request can be found again, in logs, problems and events. */
@NullMarked
package roster.http.trace;

import org.jspecify.annotations.NullMarked;
