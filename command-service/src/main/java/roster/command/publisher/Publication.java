package roster.command.publisher;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import roster.contract.event.RecordedEvent;

/** What events mean to a topic. */
@FunctionalInterface
interface Publication {
    /**
     * The records, in the order in which they are to be sent.
     *
     * @param events the next ones, in order
     * @param upTo   the high-water mark, to which they may not reach yet
     */
    List<ProducerRecord<String, String>> records(List<RecordedEvent> events, long upTo);
}
