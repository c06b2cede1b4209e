package roster.command.bus;

import java.util.ArrayList;
import java.util.List;

import roster.contract.event.RecordedEvent;

/** Collects what one command adds to the store, where the store and the sender of the command can both reach it. */
public final class Recording {
    static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

    private final List<RecordedEvent> events = new ArrayList<>();

    /** The recording of the command that this thread carries out. */
    public static Recording current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("events are only recorded by commands"));
    }

    public void add(List<RecordedEvent> recorded) {
        events.addAll(recorded);
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
    }
}
