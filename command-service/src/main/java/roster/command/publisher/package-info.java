/** Carries every event from the store to Kafka, and what the events of each member amount to. */
@NullMarked
package roster.command.publisher;

import org.jspecify.annotations.NullMarked;
