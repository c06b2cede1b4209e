package roster.command.publisher;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import roster.eventstore.EventReader;
import roster.eventstore.HighWaterMark;

/** What is published on a topic, in the order of its positions. */
interface PublishedSource {
    /** Position up to which everything can be read now. */
    HighWaterMark highWaterMark();

    /** The first records with {@code after < position <= upTo}. */
    Batch read(long after, long upTo);

    /** @param reached position up to which these are all records */
    record Batch(List<ProducerRecord<String, String>> records, long reached) {}

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
