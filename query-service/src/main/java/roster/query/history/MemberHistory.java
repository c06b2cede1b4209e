package roster.query.history;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the history of a member. */
@Component
final class MemberHistory {
    private final JdbcClient jdbc;

    MemberHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries after a sequence, oldest first. */
    List<HistoryEntry> read(UUID memberId, long afterSequence, int limit) {
        return jdbc.sql(HistoryTable.TABLE.select() + " where member_id = ? and sequence > ? order by sequence limit ?")
                .param(memberId).param(afterSequence).param(limit)
                .query(HistoryTable.TABLE.mapper()).list();
    }
}
