/** Startup failures with a readable reason. */
@NullMarked
package roster.http.start;

import org.jspecify.annotations.NullMarked;
