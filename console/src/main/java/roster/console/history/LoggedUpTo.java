package roster.console.history;

import java.time.Instant;

/**
 * The newest checkpoint of the signed log, as query-service answers it.
 *
 * @param size     number of events of the organization that it has
 * @param position up to which it has all events
 */
public record LoggedUpTo(long size, String position, Instant signedAt) {
    /** True when the event is in the log, so that there is a proof of it. */
    public boolean includes(HistoryItem event) {
        return event.eventId() != null && event.position() != null && Long.parseLong(event.position()) <= Long.parseLong(position);
    }
}
