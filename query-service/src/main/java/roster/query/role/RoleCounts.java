package roster.query.role;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.members.MemberViews;
import roster.query.members.MemberViews.Count;
import roster.query.members.SearchText;
import roster.query.moment.Cut;

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
    Map<Role, Members> read(UUID organizationId, @Nullable SearchText text, boolean deleted, Cut cut) {
        var found = text == null || text.isEmpty() ? all(organizationId, cut) : members.count(organizationId, text, deleted, cut);
        var counts = new EnumMap<Role, Members>(Role.class);
        for (var role : Role.values()) {
            counts.put(role, Members.of(found.stream().filter(it -> it.role() == role).toList(), deleted));
        }
        return counts;
    }

    private List<Count> all(UUID organizationId, Cut cut) {
        var expired = members.expired(organizationId, cut);
        return RoleCountTable.asOf(cut.position(), List.of(organizationId), jdbc).stream().map(it -> {
            var key = it.key();
            return new Count(key.role(), key.status(), it.members(),
                    key.status() == MemberStatus.INVITED ? expired.getOrDefault(key.role(), 0L) : 0);
        }).toList();
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
