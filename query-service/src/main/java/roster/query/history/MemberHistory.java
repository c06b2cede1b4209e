package roster.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.event.EventRow;
import roster.query.event.EventTable;

/** Reads the history of a member. */
@Component
final class MemberHistory {
    private static final String NAMES = """
            select member_id, position, after ->> 'name' as name from event
             where member_id = any (?::uuid[]) and jsonb_exists(after, 'name') and organization_id = ?""";

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

    /** The names that members of the organization had then, without those that can no longer be read. */
    Map<Acting, String> names(UUID organizationId, List<Acting> acting) {
        var named = new HashMap<UUID, TreeMap<Long, Optional<String>>>();
        jdbc.sql(NAMES).param(acting.stream().map(Acting::memberId).distinct().toArray(UUID[]::new)).param(organizationId).query(row -> {
            named.computeIfAbsent(row.getObject("member_id", UUID.class), _ -> new TreeMap<>())
                    .put(row.getLong("position"), Optional.ofNullable(row.getString("name")));
        });
        var names = new HashMap<Acting, String>();
        acting.forEach(it -> Optional.ofNullable(named.get(it.memberId())).map(all -> all.lowerEntry(it.position()))
                .flatMap(Map.Entry::getValue).ifPresent(name -> names.put(it, name)));
        return names;
    }
}
