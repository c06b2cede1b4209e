/** Lag of readers of the event store, and sessions that hold back the high-water mark, measured apart from the readers. */
@NullMarked
package roster.eventstore.watch;

import org.jspecify.annotations.NullMarked;
