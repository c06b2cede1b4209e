/** The append-only event store in PostgreSQL: appends events, and reads them in order without missing any. */
@NullMarked
package roster.eventstore;

import org.jspecify.annotations.NullMarked;
