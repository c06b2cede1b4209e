package roster.query.history;

import static roster.sql.SqlType.BIGINT;
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
import roster.query.generation.Spelled;
import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;

/** The columns of {@code member_history}. */
final class HistoryTable {
    private static final Columns<HistoryEntry> COLUMNS = new Columns<>();

    private static final Column<HistoryEntry, UUID> MEMBER_ID = COLUMNS.add("member_id", UUID, HistoryEntry::memberId);
    private static final Column<HistoryEntry, Long> SEQUENCE = COLUMNS.add("sequence", BIGINT, HistoryEntry::sequence);
    private static final Column<HistoryEntry, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, HistoryEntry::organizationId);
    private static final Column<HistoryEntry, Long> POSITION = COLUMNS.add("position", BIGINT, HistoryEntry::position);
    private static final Column<HistoryEntry, String> TYPE = COLUMNS.add("type", TEXT, HistoryEntry::type);
    private static final Column<HistoryEntry, Instant> RECORDED_AT = COLUMNS.add("recorded_at", TIMESTAMPTZ, HistoryEntry::recordedAt);
    private static final Column<HistoryEntry, Actor.Kind> ACTOR_KIND = COLUMNS.add("actor_kind", Spelled.as(Actor.Kind.class),
            it -> it.actor().kind());
    private static final Column<HistoryEntry, String> ACTOR_ID = COLUMNS.add("actor_id", TEXT, it -> it.actor().id());
    private static final NullableColumn<HistoryEntry, UUID> ON_BEHALF_OF = COLUMNS.addNullable("on_behalf_of", UUID,
            HistoryEntry::onBehalfOf);
    private static final NullableColumn<HistoryEntry, String> REASON = COLUMNS.addNullable("reason", TEXT, HistoryEntry::reason);
    private static final NullableColumn<HistoryEntry, String> BEFORE = COLUMNS.addNullable("before", JSONB, HistoryEntry::before);
    private static final Column<HistoryEntry, String> AFTER = COLUMNS.add("after", JSONB, HistoryEntry::after);

    static final Table<HistoryEntry> TABLE = new Table<>("member_history", COLUMNS, List.of(MEMBER_ID, SEQUENCE), List.of(),
            (row, _) -> read(row));

    private HistoryTable() {}

    private static HistoryEntry read(ResultSet row) throws SQLException {
        return new HistoryEntry(MEMBER_ID.of(row), SEQUENCE.of(row), ORGANIZATION_ID.of(row), POSITION.of(row), TYPE.of(row),
                RECORDED_AT.of(row), new Actor(ACTOR_KIND.of(row), ACTOR_ID.of(row)), ON_BEHALF_OF.of(row), REASON.of(row), BEFORE.of(row),
                AFTER.of(row));
    }
}
