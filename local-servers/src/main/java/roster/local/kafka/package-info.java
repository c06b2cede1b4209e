/** A Kafka of our own: one node in KRaft mode, a process that can be stopped, killed and started again. */
@NullMarked
package roster.local.kafka;

import org.jspecify.annotations.NullMarked;
