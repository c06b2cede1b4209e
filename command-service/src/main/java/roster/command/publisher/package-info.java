/** Carries every event from the store to Kafka. */
@NullMarked
package roster.command.publisher;

import org.jspecify.annotations.NullMarked;
