/** The topic of a publisher, compared with what Kafka has acknowledged and with the event store. */
@NullMarked
package roster.command.publisher.topic;

import org.jspecify.annotations.NullMarked;
