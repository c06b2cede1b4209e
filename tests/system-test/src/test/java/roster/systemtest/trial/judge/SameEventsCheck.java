package roster.systemtest.trial.judge;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import roster.systemtest.running.KafkaRecords.Fact;

/** I4: the events of the store are those of Kafka, and those of the feed, in which they are in the same order. */
final class SameEventsCheck {
    private SameEventsCheck() {}

    /** @param feed ids of the events, in order */
    static Stream<String> faults(List<StoredEvent> store, List<Fact> kafka, List<String> feed) {
        var stored = store.stream().map(StoredEvent::id).toList();
        return Stream.of(
                missing("on Kafka", stored, kafka.stream().map(Fact::id).toList()),
                missing("in the store, but on Kafka", kafka.stream().map(Fact::id).toList(), stored),
                stored.equals(feed) ? Stream.<String>empty() : differing(stored, feed)).flatMap(it -> it);
    }

    private static Stream<String> differing(List<String> stored, List<String> feed) {
        return Stream.of(missing("in the feed", stored, feed), missing("in the store, but in the feed", feed, stored),
                Stream.of("the feed has " + feed.size() + " events, the store " + stored.size() + ", in another order or more than once"))
                .flatMap(it -> it);
    }

    private static Stream<String> missing(String where, Collection<String> wanted, Collection<String> found) {
        var there = new HashSet<>(found);
        return wanted.stream().filter(it -> !there.contains(it)).map(it -> "missing " + where + ": event " + it);
    }
}
