/** Trace ids of requests, in logs, problems and events. */
@NullMarked
package roster.http.trace;

import org.jspecify.annotations.NullMarked;
