package roster.query.event;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.proof.Checksum;
import roster.contract.stored.Concerned;
import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;

/** The view of all events. Append-only, except that reasons and changed fields of erased members are removed. */
public final class EventProjection implements View<EventRow> {
    /** The last event of each organization. */
    private static final String LAST = """
             where position in (select (select max(position) from event where organization_id = wanted.id)
                                  from unnest(?::uuid[]) as wanted (id))""";
    private static final String FORGET = """
            update event set reason = null, before = changed.before::jsonb, after = changed.after::jsonb
              from unnest(?::bigint[], ?::text[], ?::text[]) as changed (position, before, after) where event.position = changed.position""";

    private final MemberProjection members;
    private final Map<UUID, End> ends = new HashMap<>();

    /** @param members must get each event before this view */
    public EventProjection(MemberProjection members) {
        this.members = members;
    }

    /** The end of an organization's events. */
    private record End(long number, Instant orderTime, Checksum checksum) {
        static final End NONE = new End(0, Instant.MIN, Checksum.EMPTY);

        static End of(EventRow it) {
            return new End(it.number(), it.orderTime(), it.checksum());
        }

        End plus(RecordedEvent it) {
            return new End(number + 1, it.recordedAt().isAfter(orderTime) ? it.recordedAt() : orderTime, checksum.plus(it));
        }
    }

    @Override
    public Table<EventRow> table() {
        return EventTable.TABLE;
    }

    @Override
    public void load(JdbcClient jdbc, List<RecordedEvent> batch) {
        var organizations = batch.stream().map(RecordedEvent::organizationId).distinct().toArray(UUID[]::new);
        if (organizations.length > 0) {
            jdbc.sql(table().select() + " " + LAST).param(organizations).query(table().mapper()).list()
                    .forEach(it -> ends.put(it.organizationId(), End.of(it)));
        }
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<EventRow> rows) {
        var end = ends.getOrDefault(recorded.organizationId(), End.NONE).plus(recorded);
        ends.put(recorded.organizationId(), end);
        rows.accept(row(recorded, end));
    }

    private EventRow row(RecordedEvent recorded, End end) {
        var fields = members.change().map(ChangedFields::of).orElse(ChangedFields.NONE);
        var metadata = recorded.metadata();
        return new EventRow(recorded.position(), recorded.eventId(), recorded.organizationId(), end.number, recorded.aggregateId(),
                recorded.sequence(), recorded.type().storedName(), recorded.recordedAt(), end.orderTime, metadata.actor(),
                metadata.onBehalfOf(), metadata.reason(), new Concerned(recorded.event(), metadata).member("subject").orElse(null),
                fields.before(), fields.after(), end.checksum);
    }

    @Override
    public void store(JdbcClient jdbc, Collection<EventRow> rows) {
        table().insert(jdbc, rows);
    }

    /** Folds the events of erased members again. The erasure is the last event of a stream, so each stream is complete. */
    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("update event set reason = null where member_id = any (?::uuid[])").param(erased.memberIds()).update();
        var lives = new MemberProjection();
        var streams = erased.streams().get();
        var retold = streams.stream().map(it -> retold(lives, it)).toList();
        jdbc.sql(FORGET).param(streams.stream().map(RecordedEvent::position).toArray(Long[]::new))
                .param(retold.stream().map(ChangedFields::before).toArray(String[]::new))
                .param(retold.stream().map(ChangedFields::after).toArray(String[]::new)).update();
    }

    private static ChangedFields retold(MemberProjection lives, RecordedEvent recorded) {
        lives.apply(recorded, _ -> {});
        return lives.change().map(ChangedFields::of).orElseThrow();
    }
}
