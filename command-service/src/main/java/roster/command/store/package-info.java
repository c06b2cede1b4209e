/** Axon's event streams in our event store, and the schemas that this service owns. */
@NullMarked
package roster.command.store;

import org.jspecify.annotations.NullMarked;
