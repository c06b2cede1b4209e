package roster.command.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import roster.contract.event.RecordedEvent;
import roster.eventstore.NewEvent;

/**
 * Collects what one command adds to the store, or in a dry run would have added, where the store and the sender of the command can both
 * reach it.
 */
public final class Recording {
    static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

    private final boolean dryRun;
    private final Consumer<Command> prior;
    private final List<NewEvent> decided = new ArrayList<>();
    private final List<RecordedEvent> recorded = new ArrayList<>();

    /** @param prior carries out what an aggregate wants to be recorded before its own events */
    Recording(boolean dryRun, Consumer<Command> prior) {
        this.dryRun = dryRun;
        this.prior = prior;
    }

    /** The recording of the command that this thread carries out. */
    public static Recording current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("events are only recorded by commands"));
    }

    void carryOutFirst(Command command) {
        prior.accept(command);
    }

    /** Whether nothing is to be added. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** @param asRecorded the same events as they now stand in the store; none in a dry run */
    public void add(List<NewEvent> events, List<RecordedEvent> asRecorded) {
        decided.addAll(events);
        recorded.addAll(asRecorded);
    }

    /** What has been decided of that aggregate and is not in the store, where a later command of a dry run would look for it. */
    public Stream<NewEvent> unrecorded(UUID aggregateId) {
        return dryRun ? decided.stream().filter(it -> it.event().aggregateId().equals(aggregateId)) : Stream.empty();
    }

    /** What the aggregates have decided, in order, whether it is to last or not. */
    List<NewEvent> decided() {
        return List.copyOf(decided);
    }

    /** The same as it now stands in the store; nothing in a dry run. */
    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }
}
