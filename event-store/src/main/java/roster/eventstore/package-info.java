/** The append-only event store in PostgreSQL: appending to it, and reading it in order without missing anything. */
@NullMarked
package roster.eventstore;

import org.jspecify.annotations.NullMarked;
