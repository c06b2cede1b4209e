package roster.query.role;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.member.MemberViews;
import roster.query.member.MemberViews.Count;
import roster.query.member.SearchText;

/** Reads the number of members by role. */
@Component
final class RoleCounts {
    private final JdbcClient jdbc;
    private final MemberViews members;

    RoleCounts(JdbcClient jdbc, MemberViews members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /**
     * @param text    counts only members whose name or address matches; null for all
     * @param deleted true to count deleted members, too
     */
    Map<Role, Members> read(UUID organizationId, @Nullable SearchText text, boolean deleted) {
        var found = text == null ? all(organizationId) : matching(organizationId, text, deleted);
        var counts = new EnumMap<Role, Members>(Role.class);
        for (var role : Role.values()) {
            counts.put(role, Members.of(found.stream().filter(it -> it.role() == role).toList(), deleted));
        }
        return counts;
    }

    private List<Count> matching(UUID organizationId, SearchText text, boolean deleted) {
        var present = members.count(organizationId, text, null);
        return deleted ? Stream.concat(present.stream(), members.count(organizationId, text, MemberStatus.DELETED).stream()).toList()
                : present;
    }

    /** Expired invitations are counted on each read: they are few, and have an index of their own. */
    private List<Count> all(UUID organizationId) {
        return jdbc.sql("""
                select role, status, members, case when status = 'invited' then (select count(*) from member as it
                        where it.organization_id = counted.organization_id and it.role = counted.role
                          and it.status = 'invited' and it.invitation_status = 'expired') else 0 end
                  from role_count as counted where organization_id = ?""")
                .param(organizationId).query((row, _) -> Count.read(row)).list();
    }

    /**
     * Number of members by status.
     *
     * @param expired invited members whose invitation has expired
     * @param deleted null for callers without {@code audit.read}
     */
    record Members(long active, long invited, long suspended, long expired, @Nullable Long deleted) {
        private static Members of(List<Count> counts, boolean deleted) {
            return new Members(sum(counts, MemberStatus.ACTIVE), sum(counts, MemberStatus.INVITED), sum(counts, MemberStatus.SUSPENDED),
                    counts.stream().mapToLong(Count::expired).sum(), deleted ? sum(counts, MemberStatus.DELETED) : null);
        }

        private static long sum(List<Count> counts, MemberStatus status) {
            return counts.stream().filter(it -> it.status() == status).mapToLong(Count::members).sum();
        }
    }
}
