/** Starts, stops and kills the real processes, and sends them requests. */
@NullMarked
package roster.systemtest.running;

import org.jspecify.annotations.NullMarked;
