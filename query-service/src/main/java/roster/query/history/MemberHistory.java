package roster.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.event.EventRow;
import roster.query.event.EventTable;

/** Reads the history of a member. */
@Component
final class MemberHistory {
    private static final String NAMES = """
            select acting.member_id, acting.position, named.after ->> 'name' as name
              from unnest(?::uuid[], ?::bigint[]) as acting (member_id, position)
             cross join lateral (select after from event
                                  where event.member_id = acting.member_id and event.position < acting.position
                                    and jsonb_exists(after, 'name')
                                  order by position desc limit 1) as named
             where named.after ->> 'name' is not null""";

    private final JdbcClient jdbc;

    MemberHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries after a sequence, oldest first. */
    List<EventRow> read(UUID memberId, long afterSequence, int limit) {
        return jdbc
                .sql(EventTable.TABLE.select()
                        + " where member_id = ? and aggregate_id = member_id and sequence > ? order by position limit ?")
                .param(memberId).param(afterSequence).param(limit)
                .query(EventTable.TABLE.mapper()).list();
    }

    /** The names that the members had before the event; without those that can no longer be read. */
    Map<Acting, String> names(List<Acting> acting) {
        var names = new HashMap<Acting, String>();
        jdbc.sql(NAMES).param(acting.stream().map(Acting::memberId).toArray(UUID[]::new))
                .param(acting.stream().map(Acting::position).toArray(Long[]::new))
                .query(row -> {
                    names.put(new Acting(row.getObject("member_id", UUID.class), row.getLong("position")), row.getString("name"));
                });
        return names;
    }
}
