package roster.command.publisher;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import roster.contract.stored.RecordedEvent;

/** Converts events to records of a topic. */
@FunctionalInterface
interface Publication {
    /**
     * The records in the order in which they must be sent.
     *
     * @param events the next events, in order
     * @param upTo   the high-water mark, possibly beyond the events
     */
    List<ProducerRecord<String, String>> records(List<RecordedEvent> events, long upTo);
}
