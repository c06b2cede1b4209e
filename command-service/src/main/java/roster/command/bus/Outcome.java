package roster.command.bus;

import java.util.List;

import roster.contract.event.Event;
import roster.contract.event.RecordedEvent;

/**
 * What came of a command that was not refused.
 *
 * @param events   as recorded; empty when everything was already so
 * @param version  the last sequence number of the command's aggregate
 * @param position a reader that has come this far has seen it
 */
public record Outcome(List<RecordedEvent> events, long version, long position) {
    /** The one event of that type, as recorded. */
    public RecordedEvent recorded(Class<? extends Event> type) {
        return events.stream().filter(it -> type.isInstance(it.event())).findFirst().orElseThrow();
    }
}
