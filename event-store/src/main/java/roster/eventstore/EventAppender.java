package roster.eventstore;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.EventJson;
import roster.contract.event.EventType;
import roster.contract.event.RecordedEvent;

/** Adds events to the store, all or none, in the caller's transaction. */
public final class EventAppender {
    private static final String APPEND = """
            insert into event_store.event
                   (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata)
            select event_id::uuid, aggregate_id::uuid, sequence_number, event_type, revision, organization_id::uuid,
                   payload::jsonb, metadata::jsonb
              from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[]) with ordinality
                   as new (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, place)
             order by place
            returning position, recorded_at""";

    private final JdbcClient jdbc;

    public EventAppender(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The events as they now stand, in the order given.
     *
     * @throws DuplicateKeyException when another writer was first at one of the sequence numbers
     */
    public List<RecordedEvent> append(List<NewEvent> events) {
        var places = jdbc.sql(APPEND)
                .param(texts(events, NewEvent::eventId))
                .param(texts(events, it -> it.event().aggregateId()))
                .param(events.stream().map(NewEvent::sequence).toArray(Long[]::new))
                .param(texts(events, it -> EventType.of(it.event()).storedName()))
                .param(events.stream().map(it -> EventType.of(it.event()).revision()).toArray(Integer[]::new))
                .param(texts(events, it -> it.metadata().organizationId()))
                .param(texts(events, it -> EventJson.write(it.event())))
                .param(texts(events, it -> EventJson.write(it.metadata())))
                .query((row, _) -> new Place(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                .list();
        var recorded = new ArrayList<RecordedEvent>();
        for (int i = 0; i < events.size(); i++) {
            recorded.add(recorded(events.get(i), places.get(i)));
        }
        return recorded;
    }

    private static RecordedEvent recorded(NewEvent it, Place place) {
        return new RecordedEvent(place.position, it.eventId(), it.event().aggregateId(), it.sequence(), EventType.of(it.event()),
                place.recordedAt.toInstant(), it.metadata(), it.event());
    }

    private static String[] texts(List<NewEvent> events, Function<NewEvent, Object> column) {
        return events.stream().map(event -> column.apply(event).toString()).toArray(String[]::new);
    }

    private record Place(long position, OffsetDateTime recordedAt) {}
}
