/** Tests of the benchmarks' program, and the comparison with the committed results. */
@NullMarked
package roster.benchmark;

import org.jspecify.annotations.NullMarked;
