/** Kafka clients of this service, with the settings of {@code spring.kafka}. */
@NullMarked
package roster.command.kafka;

import org.jspecify.annotations.NullMarked;
