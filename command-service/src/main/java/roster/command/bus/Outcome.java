package roster.command.bus;

import java.util.List;

import roster.contract.event.Event;
import roster.contract.stored.RecordedEvent;

/**
 * Result of a command that was carried out.
 *
 * @param events   recorded events; empty when nothing had to change
 * @param version  sequence number of the aggregate's newest event
 * @param position position from which readers have seen the result
 */
public record Outcome(List<RecordedEvent> events, long version, long position) {
    /** The only recorded event of that type. */
    public RecordedEvent recorded(Class<? extends Event> type) {
        return events.stream().filter(it -> type.isInstance(it.event())).findFirst().orElseThrow();
    }
}
