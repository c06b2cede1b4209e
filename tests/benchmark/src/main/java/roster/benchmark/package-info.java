/** The program {@code ./roster bench}: runs benchmarks one after the other, and prints and writes their figures. */
@NullMarked
package roster.benchmark;

import org.jspecify.annotations.NullMarked;
