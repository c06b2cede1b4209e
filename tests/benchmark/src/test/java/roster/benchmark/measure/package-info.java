/** Tests of the loops and figures. */
@NullMarked
package roster.benchmark.measure;

import org.jspecify.annotations.NullMarked;
