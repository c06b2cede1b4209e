package roster.systemtest.trial.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of the event store.
 *
 * @param correlation  id of the command that caused it, if a client of the trial did
 * @param request      id of the request that carried the command out; null for what Roster does by itself
 * @param mail         what it says about an invitation e-mail
 */
public record StoredEvent(long position, String id, String aggregate, long sequence, String type, String correlation,
        @Nullable String request, Mail mail) {
    /**
     * @param inviter   true when it names an inviter
     * @param recipient of a delivery result
     * @param status    of the member whose address changed
     */
    public record Mail(@Nullable String invitation, int issue, boolean inviter, @Nullable String recipient, @Nullable String status) {
        static final Mail NONE = new Mail(null, 0, false, null, null);
    }

    /** All events, in order. */
    static List<StoredEvent> all(Connection database) throws SQLException {
        try (var rows = database.createStatement().executeQuery("""
                select position, event_id, aggregate_id, sequence_number, event_type, metadata ->> 'correlationId', metadata ->> 'requestId',
                       payload ->> 'invitationId', coalesce(payload ->> 'issue', '1'), jsonb_typeof(payload -> 'inviter') = 'object',
                       payload ->> 'recipient', payload ->> 'status'
                  from event_store.event order by position""")) {
            var events = new ArrayList<StoredEvent>();
            while (rows.next()) {
                events.add(new StoredEvent(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getString(5),
                        rows.getString(6), rows.getString(7), new Mail(rows.getString(8), Integer.parseInt(rows.getString(9)),
                                rows.getBoolean(10), rows.getString(11), rows.getString(12))));
            }
            return events;
        }
    }
}
