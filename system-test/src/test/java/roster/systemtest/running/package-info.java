/** Starts, stops and kills the real processes, and talks to them. */
@NullMarked
package roster.systemtest.running;

import org.jspecify.annotations.NullMarked;
