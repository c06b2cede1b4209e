package roster.command.publisher;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.HighWaterMark;

/** Reads the records of a topic from the database, in the order of positions. */
interface PublishedSource {
    /** Position up to which everything can be read now. */
    HighWaterMark highWaterMark();

    /** The first records with {@code after < position <= upTo}. */
    Batch read(long after, long upTo);

    /** @param reached position up to which these are all records */
    record Batch(List<ProducerRecord<String, String>> records, long reached) {}

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

    /** All events, as records of a topic. */
    static PublishedSource of(EventReader store, Publication publication) {
        return new PublishedSource() {
            private static final int BATCH = 1_000;

            @Override
            public HighWaterMark highWaterMark() {
                return store.highWaterMark();
            }

            @Override
            public Batch read(long after, long upTo) {
                var events = store.read(after, upTo, BATCH);
                return new Batch(publication.records(events, upTo), events.size() < BATCH ? upTo : events.getLast().position());
            }
        };
    }
}
