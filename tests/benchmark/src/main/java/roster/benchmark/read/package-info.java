/** Benchmarks of what query-service answers about large organizations: pages, searches, permissions, the past, files, streams, rebuilds. */
@NullMarked
package roster.benchmark.read;

import org.jspecify.annotations.NullMarked;
