/** A local Kafka: one node in KRaft mode, a process that can be stopped, killed and restarted. */
@NullMarked
package roster.local.kafka;

import org.jspecify.annotations.NullMarked;
