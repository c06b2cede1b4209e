/** Axon's event streams in the event store, and the schemas of this service. */
@NullMarked
package roster.command.store;

import org.jspecify.annotations.NullMarked;
