/** Benchmark of the signed log. */
@NullMarked
package roster.query.log;

import org.jspecify.annotations.NullMarked;
