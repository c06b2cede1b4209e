/** Tests of the comparison of Kafka with the event store. */
@NullMarked
package roster.command.reconcile;

import org.jspecify.annotations.NullMarked;
