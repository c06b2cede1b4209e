package roster.eventstore;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.Concerned;
import roster.contract.event.EventType;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.RecordedEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.KeyLost;
import roster.eventstore.sealing.NewKey;

/** Adds events to the store, sealed, all or none, in the caller's transaction. The keys of new members come with them, in one statement. */
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

    private static final String APPEND_WITH_KEYS = """
            with new_key as (
                insert into key_store.data_key (member_id, master_key_id, wrapped_key)
                select member_id::uuid, master_key_id, decode(wrapped_key, 'base64')
                  from unnest(?::text[], ?::text[], ?::text[]) as new (member_id, master_key_id, wrapped_key))
            """ + APPEND;

    private final JdbcClient jdbc;
    private final DataKeys keys;

    public EventAppender(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * The events as they now stand, in the order given.
     *
     * @throws DuplicateKeyException when another writer was first at one of the sequence numbers
     * @throws KeyLost               when one would have to be sealed with a key that is lost
     */
    public List<RecordedEvent> append(List<NewEvent> events) {
        var sealing = keys.sealing(jdbc, events.stream().map(EventAppender::concerned).toList(), newMembers(events));
        var places = statement(sealing.newKeys())
                .param(texts(events, NewEvent::eventId))
                .param(texts(events, it -> it.event().aggregateId()))
                .param(events.stream().map(NewEvent::sequence).toArray(Long[]::new))
                .param(texts(events, it -> EventType.of(it.event()).storedName()))
                .param(events.stream().map(it -> EventType.of(it.event()).revision()).toArray(Integer[]::new))
                .param(texts(events, it -> it.metadata().organizationId()))
                .param(texts(events, it -> sealing.event(it.eventId(), concerned(it))))
                .param(texts(events, it -> sealing.metadata(it.eventId(), concerned(it))))
                .query((row, _) -> new Place(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                .list();
        var recorded = new ArrayList<RecordedEvent>();
        for (int i = 0; i < events.size(); i++) {
            recorded.add(recorded(events.get(i), places.get(i)));
        }
        return recorded;
    }

    private JdbcClient.StatementSpec statement(List<NewKey> made) {
        return made.isEmpty() ? jdbc.sql(APPEND) : jdbc.sql(APPEND_WITH_KEYS).params(NewKey.columns(made));
    }

    private static Concerned concerned(NewEvent it) {
        return new Concerned(it.event(), it.metadata());
    }

    /** A member has a key from the first event on, and never gets another. */
    private static Set<UUID> newMembers(List<NewEvent> events) {
        return events.stream().filter(it -> it.sequence() == 0 && it.event() instanceof MemberInvited)
                .map(it -> it.event().aggregateId()).collect(Collectors.toSet());
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
