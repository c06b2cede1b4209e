package roster.query.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.difference.MemberDifference.Change;
import roster.query.members.MemberViews;
import roster.query.moment.Cut;

/** Finds differences: among the members who have events between the moments, in the order of their ids. */
@Component
final class MemberDifferences {
    private static final int CHUNK = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final MemberViews members;

    MemberDifferences(JdbcClient jdbc, MemberViews members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /**
     * @param only  null for all kinds
     * @param after id of the last member of the page before; null for the first page
     */
    List<MemberDifference> read(UUID organizationId, Cut from, Cut to, @Nullable Change only, @Nullable UUID after, int limit) {
        var found = new ArrayList<MemberDifference>();
        var last = after == null ? FIRST : after;
        List<UUID> chunk;
        do {
            chunk = touched(organizationId, from, to, last);
            var before = members.at(chunk, from);
            var now = members.at(chunk, to);
            chunk.stream().flatMap(it -> MemberDifference.between(before.get(it), Objects.requireNonNull(now.get(it))).stream())
                    .filter(it -> only == null || it.change() == only).forEach(found::add);
            last = chunk.isEmpty() ? last : chunk.getLast();
        } while (chunk.size() == CHUNK && found.size() < limit);
        return found.subList(0, Math.min(limit, found.size()));
    }

    private List<UUID> touched(UUID organizationId, Cut from, Cut to, UUID after) {
        return jdbc.sql("""
                select distinct member_id from event
                 where organization_id = ? and position > ? and position <= ? and aggregate_id = member_id and member_id > ?
                 order by member_id limit ?""")
                .param(organizationId).param(from.position()).param(to.position()).param(after).param(CHUNK)
                .query(UUID.class).list();
    }
}
