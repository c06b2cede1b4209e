/** Kafka topics of events and of member states, with the headers and values of their records. */
@NullMarked
package roster.contract.kafka;

import org.jspecify.annotations.NullMarked;
