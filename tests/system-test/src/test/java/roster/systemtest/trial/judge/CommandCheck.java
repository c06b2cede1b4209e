package roster.systemtest.trial.judge;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import roster.systemtest.trial.driver.Attempt;
import roster.systemtest.trial.driver.Entry;
import roster.systemtest.trial.driver.Prediction.Expected;

/**
 * I1 and I2: a command that was carried out has exactly its events, once, however often it was sent; a rejected one has none; every answer is
 * the one that the client's knowledge demands; and no event is without a command.
 */
final class CommandCheck {
    private final Map<String, List<StoredEvent>> events;

    private CommandCheck(List<StoredEvent> store) {
        events = store.stream().collect(groupingBy(StoredEvent::correlation));
    }

    static Stream<String> faults(Collection<Entry> journal, List<StoredEvent> store) {
        var check = new CommandCheck(store);
        return Stream.concat(journal.stream().flatMap(check::faults), unknown(journal, store));
    }

    private Stream<String> faults(Entry entry) {
        var its = events.getOrDefault(entry.id(), List.of());
        if (entry.settled().isEmpty()) {
            return its.isEmpty() || isWhatItRecords(entry, its) ? Stream.empty() : Stream.of("half carried out: " + entry + ", " + its);
        }
        if (!entry.isAsPredicted()) {
            return Stream.of("unexpected answer: " + entry);
        }
        if (!entry.isAccepted()) {
            return its.isEmpty() ? Stream.empty() : Stream.of("rejected, but recorded: " + entry + ", " + its);
        }
        return isWhatItRecords(entry, its) ? Stream.empty() : Stream.of("not exactly its events: " + entry + ", " + its);
    }

    private static boolean isWhatItRecords(Entry entry, List<StoredEvent> its) {
        var expected = entry.prediction().events();
        var requests = its.stream().map(it -> Objects.toString(it.request(), "")).collect(Collectors.toSet());
        return its.size() == expected.size() && requests.size() <= 1
                && entry.attempts().stream().map(Attempt::requestId).toList().containsAll(requests)
                && IntStream.range(0, its.size()).allMatch(i -> matches(expected.get(i), its.get(i), entry));
    }

    private static boolean matches(Expected expected, StoredEvent event, Entry entry) {
        return expected.type().equals(event.type()) && (expected.aggregate() != null ? expected.aggregate().equals(event.aggregate())
                : entry.settled().isEmpty() || entry.body().contains(event.aggregate()));
    }

    /** Only notification-service sends commands besides. */
    private static Stream<String> unknown(Collection<Entry> journal, List<StoredEvent> store) {
        Set<String> known = journal.stream().map(Entry::id).collect(Collectors.toSet());
        return store.stream().filter(it -> !known.contains(it.correlation()) && !it.type().startsWith("invitation_mail."))
                .map(it -> "without a command: " + it);
    }
}
