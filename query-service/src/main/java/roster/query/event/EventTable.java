package roster.query.event;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.BYTEA;
import static roster.sql.SqlType.JSONB;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.TIMESTAMPTZ;
import static roster.sql.SqlType.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import roster.contract.event.Actor;
import roster.contract.proof.Checksum;
import roster.query.generation.Spelled;
import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;

/** The columns of {@code event}. */
public final class EventTable {
    private static final Columns<EventRow> COLUMNS = new Columns<>();

    private static final Column<EventRow, Long> POSITION = COLUMNS.add("position", BIGINT, EventRow::position);
    private static final Column<EventRow, UUID> EVENT_ID = COLUMNS.add("event_id", UUID, EventRow::eventId);
    private static final Column<EventRow, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, EventRow::organizationId);
    private static final Column<EventRow, Long> NUMBER = COLUMNS.add("number", BIGINT, EventRow::number);
    private static final Column<EventRow, UUID> AGGREGATE_ID = COLUMNS.add("aggregate_id", UUID, EventRow::aggregateId);
    private static final Column<EventRow, Long> SEQUENCE = COLUMNS.add("sequence", BIGINT, EventRow::sequence);
    private static final Column<EventRow, String> TYPE = COLUMNS.add("type", TEXT, EventRow::type);
    private static final Column<EventRow, Instant> RECORDED_AT = COLUMNS.add("recorded_at", TIMESTAMPTZ, EventRow::recordedAt);
    private static final Column<EventRow, Instant> ORDER_TIME = COLUMNS.add("order_time", TIMESTAMPTZ, EventRow::orderTime);
    private static final Column<EventRow, Actor.Kind> ACTOR_KIND = COLUMNS.add("actor_kind", Spelled.as(Actor.Kind.class),
            it -> it.actor().kind());
    private static final Column<EventRow, String> ACTOR_ID = COLUMNS.add("actor_id", TEXT, it -> it.actor().id());
    private static final NullableColumn<EventRow, UUID> ON_BEHALF_OF = COLUMNS.addNullable("on_behalf_of", UUID, EventRow::onBehalfOf);
    private static final NullableColumn<EventRow, String> REASON = COLUMNS.addNullable("reason", TEXT, EventRow::reason);
    private static final NullableColumn<EventRow, UUID> MEMBER_ID = COLUMNS.addNullable("member_id", UUID, EventRow::memberId);
    private static final NullableColumn<EventRow, String> BEFORE = COLUMNS.addNullable("before", JSONB, EventRow::before);
    private static final NullableColumn<EventRow, String> AFTER = COLUMNS.addNullable("after", JSONB, EventRow::after);
    private static final Column<EventRow, Checksum> CHECKSUM = COLUMNS.add("checksum", BYTEA.as(Checksum::of, Checksum::bytes),
            EventRow::checksum);

    public static final Table<EventRow> TABLE = new Table<>("event", COLUMNS, List.of(POSITION), List.of(
            "(organization_id, position)",
            "(organization_id, order_time, position)",
            "(organization_id, type, position)",
            "(organization_id, actor_id, position)",
            "(member_id, position) where member_id is not null",
            // for the names that members had
            "(member_id, position) where jsonb_exists(after, 'name')"),
            (row, _) -> read(row));

    private EventTable() {}

    private static EventRow read(ResultSet row) throws SQLException {
        return new EventRow(POSITION.of(row), EVENT_ID.of(row), ORGANIZATION_ID.of(row), NUMBER.of(row), AGGREGATE_ID.of(row),
                SEQUENCE.of(row), TYPE.of(row), RECORDED_AT.of(row), ORDER_TIME.of(row), new Actor(ACTOR_KIND.of(row), ACTOR_ID.of(row)),
                ON_BEHALF_OF.of(row), REASON.of(row), MEMBER_ID.of(row), BEFORE.of(row), AFTER.of(row), CHECKSUM.of(row));
    }
}
