/** Tests of what benchmarks read from the Roster that they measure. */
@NullMarked
package roster.benchmark.subject;

import org.jspecify.annotations.NullMarked;
