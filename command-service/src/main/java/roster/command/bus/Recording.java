package roster.command.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.NewEvent;

/**
 * Collects the events that one command appends, or would append in a dry run, for the store and the sender of the command.
 */
public final class Recording {
    static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

    private final boolean dryRun;
    private final Consumer<Command> prior;
    private final List<NewEvent> decided = new ArrayList<>();
    private final List<RecordedEvent> recorded = new ArrayList<>();

    /** @param prior carries out commands whose events are recorded before those of the aggregate */
    Recording(boolean dryRun, Consumer<Command> prior) {
        this.dryRun = dryRun;
        this.prior = prior;
    }

    /** The recording of the current thread's command. */
    public static Recording current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("events are only recorded by commands"));
    }

    void carryOutFirst(Command command) {
        prior.accept(command);
    }

    /** True when nothing is appended. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** @param asRecorded the same events as stored; empty in a dry run */
    public void add(List<NewEvent> events, List<RecordedEvent> asRecorded) {
        decided.addAll(events);
        recorded.addAll(asRecorded);
    }

    /** Events of the aggregate that were decided in this dry run. Later commands need them, but they are not in the store. */
    public Stream<NewEvent> unrecorded(UUID aggregateId) {
        return dryRun ? decided.stream().filter(it -> it.event().aggregateId().equals(aggregateId)) : Stream.empty();
    }

    /** All decided events in order, also those of a dry run. */
    List<NewEvent> decided() {
        return List.copyOf(decided);
    }

    /** The stored events; empty in a dry run. */
    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }
}
