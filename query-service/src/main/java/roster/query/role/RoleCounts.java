package roster.query.role;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** Reads the number of members by role. */
@Component
final class RoleCounts {
    private final JdbcClient jdbc;

    RoleCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Role, Members> read(UUID organizationId) {
        var counts = new EnumMap<Role, Map<MemberStatus, Long>>(Role.class);
        jdbc.sql(RoleCountTable.TABLE.select() + " where organization_id = ?").param(organizationId).query(RoleCountTable.TABLE.mapper())
                .list().forEach(it -> counts.computeIfAbsent(it.key().role(), _ -> new EnumMap<>(MemberStatus.class))
                        .put(it.key().status(), it.members()));
        var expired = expired(organizationId);
        var members = new EnumMap<Role, Members>(Role.class);
        for (var role : Role.values()) {
            members.put(role, Members.of(counts.getOrDefault(role, Map.of()), expired.getOrDefault(role, 0L)));
        }
        return members;
    }

    /** Counted on each read: they are few, and have an index of their own. */
    private Map<Role, Long> expired(UUID organizationId) {
        var counts = new EnumMap<Role, Long>(Role.class);
        jdbc.sql("""
                select role, count(*) from member
                 where organization_id = ? and status = 'invited' and invitation_status = 'expired' group by role""")
                .param(organizationId)
                .query(row -> {
                    counts.put(Role.of(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /**
     * Number of members by status, without deleted members.
     *
     * @param expired invited members whose invitation has expired
     */
    record Members(long active, long invited, long suspended, long expired) {
        private static Members of(Map<MemberStatus, Long> counts, long expired) {
            return new Members(counts.getOrDefault(MemberStatus.ACTIVE, 0L), counts.getOrDefault(MemberStatus.INVITED, 0L),
                    counts.getOrDefault(MemberStatus.SUSPENDED, 0L), expired);
        }
    }
}
