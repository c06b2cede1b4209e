/** An event store with large and small organizations, and query-service on it. */
@NullMarked
package roster.benchmark.record;

import org.jspecify.annotations.NullMarked;
