package roster.query.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.LoggedEvent.Sealed;

/** Reads events as they are stored, sealed. */
public final class StoredEvents {
    private static final String EVENT = """
            select position, event_id, aggregate_id, organization_id, sequence_number, event_type, revision, recorded_at, payload, metadata,
                   sealed
              from event_store.event
            """;

    private final JdbcClient jdbc;

    public StoredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of at most {@code limit} events with {@code after < position <= upTo}, in order. */
    public <T> List<T> read(long after, long upTo, int limit, Function<LoggedEvent, T> of) {
        return jdbc.sql(EVENT + " where position > ? and position <= ? order by position limit ?").param(after).param(upTo).param(limit)
                .query((row, _) -> of.apply(event(row))).list();
    }

    /** The events at some positions, in order. */
    public List<LoggedEvent> readAt(Collection<Long> positions) {
        return jdbc.sql(EVENT + " where position = any(?::bigint[]) order by position").param(positions.toArray(Long[]::new))
                .query((row, _) -> event(row)).list();
    }

    /** An event of an organization. */
    public Optional<LoggedEvent> find(UUID organization, UUID event) {
        return jdbc.sql(EVENT + " where event_id = ? and organization_id = ?").param(event).param(organization)
                .query((row, _) -> event(row)).optional();
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getObject(4, UUID.class),
                row.getLong(5), row.getString(6), row.getInt(7), row.getObject(8, OffsetDateTime.class).toInstant(), row.getString(9),
                row.getString(10), new Sealed(row.getBytes(11)));
    }
}
