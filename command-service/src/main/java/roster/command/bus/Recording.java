package roster.command.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.NewEvent;

/**
 * Collects the events that one command appends, or several together, or that it would append in a dry run, for the store and the sender of
 * the command.
 */
public final class Recording {
    static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

    private final Mode mode;
    private final Consumer<Command> prior;
    private final List<NewEvent> decided = new ArrayList<>();
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private @Nullable Appender appender;

    /** When events are appended. */
    enum Mode {
        AT_ONCE,
        /** Events of several commands are appended together. */
        AT_THE_END,
        /** In a dry run. */
        NEVER
    }

    /** Appends events, all or none. */
    @FunctionalInterface
    public interface Appender {
        List<RecordedEvent> append(List<NewEvent> events);
    }

    /** @param prior carries out commands whose events are recorded before those of the aggregate */
    Recording(Mode mode, Consumer<Command> prior) {
        this.mode = mode;
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
        return mode == Mode.NEVER;
    }

    /** @param how appends the events now, or later together with those of other commands; in a dry run, only checks them */
    public void add(List<NewEvent> events, Appender how) {
        if (mode == Mode.AT_THE_END) {
            decided.addAll(events);
            appender = how;
        } else {
            recorded.addAll(how.append(events));
            decided.addAll(events);
        }
    }

    /** Appends the events that were decided, unless they have been appended. */
    void end() {
        if (appender != null) {
            recorded.addAll(appender.append(decided()));
        }
    }

    /** Decided events of the aggregate that are not in the store. Later commands of the same transaction need them. */
    public Stream<NewEvent> unrecorded(UUID aggregateId) {
        return mode == Mode.AT_ONCE ? Stream.empty() : decided.stream().filter(it -> it.event().aggregateId().equals(aggregateId));
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
