/** Publishes all events, and the state of each member, to Kafka. */
@NullMarked
package roster.command.publisher;

import org.jspecify.annotations.NullMarked;
