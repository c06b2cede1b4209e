package roster.systemtest.trial.driver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** All commands of a trial, and their outcomes. */
public final class CommandJournal {
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    Entry begin(String id, TrialCommand command) {
        var entry = new Entry(id, command.operation(), command.prediction());
        entries.add(entry);
        return entry;
    }

    public Collection<Entry> entries() {
        return List.copyOf(entries);
    }

    public long accepted() {
        return entries.stream().filter(Entry::isAccepted).count();
    }

    public long rejected() {
        return entries.stream().filter(it -> it.settled().isPresent() && !it.isAccepted()).count();
    }

    /** Number of attempts without an answer, or with one that settles nothing. */
    public long unanswered() {
        return entries.stream().mapToLong(it -> it.attempts().stream().filter(attempt -> !attempt.isFinal()).count()).sum();
    }

    /** Number of commands that needed more than one attempt. */
    public long repeated() {
        return entries.stream().filter(it -> it.attempts().size() > 1).count();
    }

    /** Number of commands of each operation that were carried out. */
    public Map<String, Long> acceptedByOperation() {
        return entries.stream().filter(Entry::isAccepted).collect(Collectors.groupingBy(Entry::operation, TreeMap::new,
                Collectors.counting()));
    }
}
