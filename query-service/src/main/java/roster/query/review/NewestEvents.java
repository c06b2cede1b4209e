package roster.query.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.role.Role;

/** Finds the newest events of members up to a position. */
@Component
final class NewestEvents {
    /** Only the role that the member has can be confirmed. */
    private static final String FIND = """
            select wanted.id, changed.position, confirmed.position,
                   coalesce((select role from member_past where member_id = wanted.id
                                and position <= confirmed.position and until > confirmed.position),
                            (select role from member where member_id = wanted.id))
              from unnest(?::uuid[]) as wanted (id)
             cross join lateral (select max(position) as position from event
                                  where member_id = wanted.id and aggregate_id = wanted.id and position <= ?
                                    and type <> 'member.access_confirmed') as changed
             cross join lateral (select max(position) as position from event
                                  where member_id = wanted.id and aggregate_id = wanted.id and position <= ?
                                    and type = 'member.access_confirmed') as confirmed""";

    private final JdbcClient jdbc;

    NewestEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Positions of the newest events of a member.
     *
     * @param change        that is not a confirmation
     * @param confirmation  null for none
     * @param confirmedRole meaningless without a confirmation
     */
    record Newest(long change, @Nullable Long confirmation, Role confirmedRole) {}

    Map<UUID, Newest> of(Collection<UUID> memberIds, long upTo) {
        var newest = new HashMap<UUID, Newest>();
        jdbc.sql(FIND).param(memberIds.toArray(UUID[]::new)).param(upTo).param(upTo).query(row -> {
            newest.put(row.getObject(1, UUID.class), new Newest(row.getLong(2), row.getObject(3, Long.class), Role.of(row.getString(4))));
        });
        return newest;
    }

    /** The number of members of an organization who were erased until now. */
    long erasures(UUID organizationId) {
        return jdbc.sql("select count(*) from event where organization_id = ? and type = 'member.erased'").param(organizationId)
                .query(Long.class).single();
    }
}
