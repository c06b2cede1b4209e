package roster.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.Actor;
import roster.query.http.Spelling;

/** Reads what happened to a member. */
@Component
final class MemberHistory {
    private final JdbcClient jdbc;

    MemberHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<HistoryEntry> read(UUID memberId, long afterSequence, int limit) {
        return jdbc.sql(HistoryRows.SELECT + " where member_id = ? and sequence > ? order by sequence limit ?")
                .param(memberId).param(afterSequence).param(limit)
                .query(MemberHistory::entry).list();
    }

    private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
        var actor = new Actor(Spelling.read(Actor.Kind.class, row.getString("actor_kind")), row.getString("actor_id"));
        return new HistoryEntry(row.getObject("member_id", UUID.class), row.getLong("sequence"),
                row.getObject("organization_id", UUID.class), row.getLong("position"), row.getString("type"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), actor, row.getObject("on_behalf_of", UUID.class),
                row.getString("reason"), row.getString("before"), row.getString("after"));
    }
}
