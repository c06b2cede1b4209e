/** Publishes all events, the state of each member, and the checkpoints of the signed log to Kafka. */
@NullMarked
package roster.command.publisher;

import org.jspecify.annotations.NullMarked;
