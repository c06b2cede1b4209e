package roster.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.Opening;
import roster.eventstore.sealing.SealedEvent;
import roster.eventstore.sealing.SealedFields;
import roster.operation.reader.EventPlace;

/**
 * Reads recorded events. Sealed fields that can no longer be opened are null; an event that cannot be read otherwise is an
 * {@link UnreadableEvent}. To miss no event, read the {@link #highWaterMark()} first, and events up to it in a later statement, outside any
 * transaction whose snapshot is older.
 */
public final class EventReader {
    private static final String EVENT = """
            select position, event_id, aggregate_id, sequence_number, event_type, revision, recorded_at, payload, metadata, sealed
              from event_store.event
            """;
    private static final int FETCH_SIZE = 5_000;

    private final JdbcClient jdbc;
    private final DataKeys keys;

    public EventReader(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
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

    /** Number of events with {@code after < position <= upTo}. */
    public long count(long after, long upTo) {
        return jdbc.sql("select count(*) from event_store.event where position > ? and position <= ?").param(after).param(upTo)
                .query(Long.class).single();
    }

    /** At most {@code limit} events with {@code after < position <= upTo}, in order. */
    public List<RecordedEvent> read(long after, long upTo, int limit) {
        return opened(jdbc.sql(EVENT + " where position > ? and position <= ? order by position limit ?")
                .param(after).param(upTo).param(limit)
                .query(ROW).list());
    }

    /** The events at some positions, in order. */
    public List<RecordedEvent> readAt(Collection<Long> positions) {
        return opened(jdbc.sql(EVENT + " where position = any(?::bigint[]) order by position")
                .param(positions.toArray(Long[]::new))
                .query(ROW).list());
    }

    /** All events up to {@code upTo}, in order, fetched while the stream is consumed. Needs a transaction; close the stream. */
    public Stream<RecordedEvent> stream(long upTo) {
        return jdbc.sql(EVENT + " where position <= ? order by position")
                .withFetchSize(FETCH_SIZE)
                .param(upTo)
                .query(ROW).stream()
                .gather(Gatherers.windowFixed(FETCH_SIZE)).flatMap(batch -> opened(batch).stream());
    }

    /** The stream of one aggregate from {@code firstSequence} on, to decide a command. */
    public List<RecordedEvent> readAggregate(UUID aggregateId, long firstSequence) {
        return opened(jdbc.sql(EVENT + " where aggregate_id = ? and sequence_number >= ? order by sequence_number")
                .param(aggregateId).param(firstSequence)
                .query(ROW).list(), keys::openingToDecide);
    }

    /** The streams of some aggregates up to {@code upTo}, each in order. */
    public List<RecordedEvent> readAggregates(Collection<UUID> aggregateIds, long upTo) {
        return opened(jdbc.sql(EVENT + " where aggregate_id = any(?::uuid[]) and position <= ? order by aggregate_id, sequence_number")
                .param(aggregateIds.stream().map(UUID::toString).toArray(String[]::new)).param(upTo)
                .query(ROW).list());
    }

    /** The last sequence of each of the aggregates that have events up to {@code upTo}. */
    public Map<UUID, Long> lastSequences(Collection<UUID> aggregateIds, long upTo) {
        var last = new HashMap<UUID, Long>();
        jdbc.sql("""
                select aggregate_id, max(sequence_number) from event_store.event
                 where aggregate_id = any(?::uuid[]) and position <= ? group by aggregate_id""")
                .param(aggregateIds.stream().map(UUID::toString).toArray(String[]::new)).param(upTo)
                .query(row -> {
                    last.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return last;
    }

    private List<RecordedEvent> opened(List<StoredEvent> batch) {
        return opened(batch, keys::opening);
    }

    /** Reads the keys of the whole batch in one query. */
    private List<RecordedEvent> opened(List<StoredEvent> batch, BiFunction<JdbcClient, Set<UUID>, Opening> look) {
        var needed = new HashSet<UUID>();
        for (var event : batch) {
            needed.addAll(event.stored.members());
        }
        var opening = look.apply(jdbc, needed);
        return batch.stream().map(it -> it.opened(opening)).toList();
    }

    private static final RowMapper<StoredEvent> ROW = (row, _) -> new StoredEvent(row.getLong("position"),
            row.getObject("event_id", UUID.class), row.getObject("aggregate_id", UUID.class), row.getLong("sequence_number"),
            row.getString("event_type"), row.getInt("revision"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            new SealedEvent(row.getString("payload"), row.getString("metadata"), SealedFields.of(row.getBytes("sealed"))));

    private record StoredEvent(long position, UUID eventId, UUID aggregateId, long sequence, String type, int revision, Instant recordedAt,
            SealedEvent stored) {
        RecordedEvent opened(Opening opening) {
            try {
                return open(opening);
            } catch (RuntimeException e) {
                throw new UnreadableEvent(new EventPlace(position, eventId, aggregateId, type), e);
            }
        }

        private RecordedEvent open(Opening opening) {
            var known = EventType.named(type);
            return new RecordedEvent(position, eventId, aggregateId, sequence, known, recordedAt,
                    opening.metadata(position, eventId, stored), opening.event(position, eventId, known, revision, stored));
        }
    }
}
