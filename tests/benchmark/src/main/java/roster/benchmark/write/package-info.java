/** Benchmarks of commands and of what follows from them: views and e-mails. */
@NullMarked
package roster.benchmark.write;

import org.jspecify.annotations.NullMarked;
