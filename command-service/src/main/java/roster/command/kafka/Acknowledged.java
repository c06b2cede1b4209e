package roster.command.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.RecordMetadata;

/** First and last offsets that Kafka gave to records of one batch, by partition. */
public final class Acknowledged {
    private final Map<Integer, Long> first = new ConcurrentHashMap<>();
    private final Map<Integer, Long> last = new ConcurrentHashMap<>();

    /** Ignores a record without an offset: Kafka had it already. */
    void add(RecordMetadata record) {
        if (record.hasOffset()) {
            first.merge(record.partition(), record.offset(), Math::min);
            last.merge(record.partition(), record.offset(), Math::max);
        }
    }

    public Map<Integer, Long> first() {
        return first;
    }

    public Map<Integer, Long> last() {
        return last;
    }
}
