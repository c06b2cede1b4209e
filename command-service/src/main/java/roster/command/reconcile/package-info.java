/** Compares the states of members on Kafka with their events, always. */
@NullMarked
package roster.command.reconcile;

import org.jspecify.annotations.NullMarked;
