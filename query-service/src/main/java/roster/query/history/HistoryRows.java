package roster.query.history;

import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.generation.Columns;
import roster.query.http.Spelling;

/** How history is written: added to, and never changed but to forget who has been erased. */
public final class HistoryRows {
    private static final String NAMES = """
            member_id, sequence, organization_id, position, type, recorded_at, actor_kind, actor_id, on_behalf_of, reason, before, after""";
    public static final String COPY = "copy member_history (" + NAMES + ") from stdin (freeze)";
    public static final Columns<HistoryEntry> COLUMNS = Columns.of(
            HistoryEntry::memberId,
            HistoryEntry::sequence,
            HistoryEntry::organizationId,
            HistoryEntry::position,
            HistoryEntry::type,
            HistoryEntry::recordedAt,
            it -> Spelling.of(it.actor().kind()),
            it -> it.actor().id(),
            HistoryEntry::onBehalfOf,
            HistoryEntry::reason,
            HistoryEntry::before,
            HistoryEntry::after);

    static final String SELECT = "select " + NAMES + " from member_history";
    private static final String INSERT = "insert into member_history (" + NAMES + ")" + """
             select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                                  ?::uuid[], ?::text[], ?::jsonb[], ?::jsonb[])""";

    private HistoryRows() {}

    public static void replace(JdbcClient jdbc, Collection<UUID> members, Collection<HistoryEntry> rows) {
        jdbc.sql("delete from member_history where member_id = any (?::uuid[])").param(members.toArray(UUID[]::new)).update();
        insert(jdbc, rows);
    }

    public static void insert(JdbcClient jdbc, Collection<HistoryEntry> rows) {
        jdbc.sql(INSERT).params(COLUMNS.arrays(rows)).update();
    }
}
