/** Open and closed loops, latencies, processor time of processes, and figures with their noise. */
@NullMarked
package roster.benchmark.measure;

import org.jspecify.annotations.NullMarked;
