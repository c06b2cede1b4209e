/** Benchmarks of what query-service answers about the record of a large organization: as-of pages, files and streams. */
@NullMarked
package roster.systemtest.record;

import org.jspecify.annotations.NullMarked;
