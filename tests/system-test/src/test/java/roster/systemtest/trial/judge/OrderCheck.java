package roster.systemtest.trial.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.systemtest.running.KafkaRecords.Fact;

/** I3: the sequences of each aggregate are contiguous, in the store and, without repeats, on Kafka. */
final class OrderCheck {
    private OrderCheck() {}

    static Stream<String> faults(List<StoredEvent> store, List<Fact> kafka) {
        return Stream.concat(inStore(store), onKafka(kafka));
    }

    private static Stream<String> inStore(List<StoredEvent> store) {
        var last = new HashMap<String, Long>();
        return store.stream().filter(it -> !isNext(last, it.aggregate(), it.sequence())).map(it -> "out of order in the store: " + it)
                .toList().stream();
    }

    private static boolean isNext(Map<String, Long> last, String aggregate, long sequence) {
        var before = last.put(aggregate, sequence);
        return sequence == (before == null ? 0 : before + 1);
    }

    private static Stream<String> onKafka(List<Fact> kafka) {
        var last = new HashMap<String, Long>();
        return kafka.stream().filter(it -> it.sequence() > last.getOrDefault(it.key(), -1L))
                .filter(it -> !isNext(last, it.key(), it.sequence())).map(it -> "out of order on Kafka: " + it.key() + " " + it.sequence())
                .toList().stream();
    }

    /** Number of records that came again. */
    static long repeats(List<Fact> kafka) {
        return kafka.size() - kafka.stream().map(Fact::id).distinct().count();
    }
}
