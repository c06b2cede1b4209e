/** The view of all events: one row each, in the order of the event store, with author and changed fields. */
@NullMarked
package roster.query.event;

import org.jspecify.annotations.NullMarked;
