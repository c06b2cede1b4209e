package roster.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.stored.Concerned;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.KeyLost;
import roster.eventstore.sealing.NewKey;
import roster.eventstore.sealing.SealedEvent;

/** Seals events and appends them, all or none, in the caller's transaction. Inserts the keys of new members in the same round trip. */
public final class EventAppender {
    private static final String APPEND = """
            insert into event_store.event
                   (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed)
            select event_id::uuid, aggregate_id::uuid, sequence_number, event_type, revision, organization_id::uuid,
                   payload::jsonb, metadata::jsonb, sealed
              from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                   with ordinality
                   as new (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed, place)
             order by place
            returning position, recorded_at""";

    /** A statement of its own, ahead of the insert of the events in the same message: PostgreSQL would plan a combined statement anew each time. */
    private static final String ADD_KEYS = """
            insert into key_store.data_key (member_id, master_key_id, wrapped_key)
            select member_id::uuid, master_key_id, wrapped_key
              from unnest(?::text[], ?::text[], ?::bytea[]) as new (member_id, master_key_id, wrapped_key);
            """;

    private static final ResultSetExtractor<List<Place>> PLACES = new RowMapperResultSetExtractor<>(
            (row, _) -> new Place(row.getLong(1), row.getObject(2, OffsetDateTime.class)));

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final DataKeys keys;

    public EventAppender(DataSource connections, DataKeys keys) {
        this.jdbc = new JdbcTemplate(connections);
        this.client = JdbcClient.create(jdbc);
        this.keys = keys;
    }

    /**
     * Appends the events.
     *
     * @return the stored events, in the order given
     * @throws DuplicateKeyException when another writer has already used one of the sequence numbers
     * @throws KeyLost               when an event must be sealed with a key that is lost
     */
    public List<RecordedEvent> append(List<NewEvent> events) {
        return append(events, List.of());
    }

    /**
     * As {@link #append(List)}, and applies changes to other tables that follow from the events.
     *
     * @throws JdbcUpdateAffectedIncorrectNumberOfRowsException when the row of a change was changed or deleted meanwhile
     */
    public List<RecordedEvent> append(List<NewEvent> events, List<InlineChange> changes) {
        var sealing = keys.sealing(client, events.stream().map(EventAppender::concerned).toList(), newMembers(events));
        var sealed = events.stream().map(it -> sealing.event(it.eventId(), concerned(it))).toList();
        var places = add(changes, sealing.newKeys(), List.of(
                texts(events, NewEvent::eventId),
                texts(events, it -> it.event().aggregateId()),
                events.stream().map(NewEvent::sequence).toArray(Long[]::new),
                texts(events, it -> EventType.of(it.event()).storedName()),
                events.stream().map(it -> EventType.of(it.event()).revision()).toArray(Integer[]::new),
                texts(events, it -> it.metadata().organizationId()),
                texts(sealed, SealedEvent::payload),
                texts(sealed, SealedEvent::metadata),
                sealed.stream().map(it -> it.fields().stored()).toArray(byte[][]::new)));
        var recorded = new ArrayList<RecordedEvent>();
        for (int i = 0; i < events.size(); i++) {
            recorded.add(recorded(events.get(i), places.get(i)));
        }
        return recorded;
    }

    /** Applies only the changes, for a dry run: consequences of the command query the tables as if its events had been appended. */
    public void rehearse(List<InlineChange> changes) {
        changes.forEach(it -> requireOneRow(it, jdbc.update(it.sql(), it.parameters().toArray())));
    }

    private List<Place> add(List<InlineChange> changes, List<NewKey> made, List<Object> columns) {
        var sql = new StringBuilder();
        var parameters = new ArrayList<@Nullable Object>();
        changes.forEach(it -> {
            sql.append(it.sql()).append(";\n");
            parameters.addAll(it.parameters());
        });
        if (!made.isEmpty()) {
            sql.append(ADD_KEYS);
            parameters.addAll(NewKey.columns(made));
        }
        parameters.addAll(columns);
        return Objects.requireNonNull(jdbc.execute(sql.append(APPEND).toString(),
                (PreparedStatement statement) -> added(statement, parameters, changes, !made.isEmpty())));
    }

    private static List<Place> added(PreparedStatement statement, List<@Nullable Object> parameters, List<InlineChange> changes,
            boolean withKeys) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        statement.execute();
        for (var change : changes) {
            requireOneRow(change, statement.getUpdateCount());
            statement.getMoreResults();
        }
        if (withKeys) {
            statement.getMoreResults();
        }
        return PLACES.extractData(statement.getResultSet());
    }

    private static void requireOneRow(InlineChange change, int changed) {
        if (changed != 1) {
            throw new JdbcUpdateAffectedIncorrectNumberOfRowsException(change.sql(), 1, changed);
        }
    }

    private static Concerned concerned(NewEvent it) {
        return new Concerned(it.event(), it.metadata());
    }

    /** Members whose first event is among these. Each gets its only data key with that event. */
    private static Set<UUID> newMembers(List<NewEvent> events) {
        return events.stream().filter(it -> it.sequence() == 0 && it.event() instanceof MemberInvited)
                .map(it -> it.event().aggregateId()).collect(Collectors.toSet());
    }

    private static RecordedEvent recorded(NewEvent it, Place place) {
        return new RecordedEvent(place.position, it.eventId(), it.event().aggregateId(), it.sequence(), EventType.of(it.event()),
                place.recordedAt.toInstant(), it.metadata(), it.event());
    }

    private static <T> String[] texts(List<T> events, Function<T, Object> column) {
        return events.stream().map(event -> column.apply(event).toString()).toArray(String[]::new);
    }

    private record Place(long position, OffsetDateTime recordedAt) {}
}
