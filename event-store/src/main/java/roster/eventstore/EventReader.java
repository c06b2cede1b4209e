package roster.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.EventJson;
import roster.contract.event.EventType;
import roster.contract.event.RecordedEvent;

/**
 * Reads events as they were recorded. To miss nothing, ask for the {@link #highWaterMark()} first and read up to it in a later
 * statement, outside any transaction that holds on to an older snapshot.
 */
public final class EventReader {
    private static final String EVENT = """
            select position, event_id, aggregate_id, sequence_number, event_type, revision, recorded_at, metadata, payload
              from event_store.event
            """;
    private static final int FETCH_SIZE = 5_000;

    private final JdbcClient jdbc;

    public EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public HighWaterMark highWaterMark() {
        return jdbc.sql("select high_water_mark, last_position from event_store.high_water_mark()")
                .query((row, _) -> new HighWaterMark(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The position of the newest visible event, 0 when there is none. */
    public long head() {
        return jdbc.sql("select coalesce(max(position), 0) from event_store.event").query(Long.class).single();
    }

    /** At most {@code limit} events with {@code after < position <= upTo}, in order. */
    public List<RecordedEvent> read(long after, long upTo, int limit) {
        return jdbc.sql(EVENT + " where position > ? and position <= ? order by position limit ?")
                .param(after).param(upTo).param(limit)
                .query(ROW).list();
    }

    /** Every event up to {@code upTo}, in order, read as it is consumed; needs a transaction, and to be closed. */
    public Stream<RecordedEvent> stream(long upTo) {
        return jdbc.sql(EVENT + " where position <= ? order by position")
                .withFetchSize(FETCH_SIZE)
                .param(upTo)
                .query(ROW).stream();
    }

    /** The stream of one aggregate from {@code firstSequence} on. */
    public List<RecordedEvent> readAggregate(UUID aggregateId, long firstSequence) {
        return jdbc.sql(EVENT + " where aggregate_id = ? and sequence_number >= ? order by sequence_number")
                .param(aggregateId).param(firstSequence)
                .query(ROW).list();
    }

    /** The streams of some aggregates as far as {@code upTo}, each in order. */
    public List<RecordedEvent> readAggregates(Collection<UUID> aggregateIds, long upTo) {
        return jdbc.sql(EVENT + " where aggregate_id = any(?::uuid[]) and position <= ? order by aggregate_id, sequence_number")
                .param(aggregateIds.stream().map(UUID::toString).toArray(String[]::new)).param(upTo)
                .query(ROW).list();
    }

    private static final RowMapper<RecordedEvent> ROW = (row, _) -> recorded(row);

    private static RecordedEvent recorded(ResultSet row) throws SQLException {
        var type = EventType.named(row.getString("event_type"));
        return new RecordedEvent(row.getLong("position"), row.getObject("event_id", UUID.class),
                row.getObject("aggregate_id", UUID.class), row.getLong("sequence_number"), type,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                EventJson.readMetadata(row.getString("metadata")),
                EventJson.read(type, row.getInt("revision"), row.getString("payload")));
    }
}
