package roster.query.role;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.generation.Columns;
import roster.query.http.Spelling;

/** How counts are written: added to what is there. */
public final class RoleRows {
    public static final String COPY = "copy role_count (organization_id, role, status, members) from stdin (freeze)";
    public static final Columns<RoleCount> COLUMNS = Columns.of(
            it -> it.key().organizationId(),
            it -> it.key().role().value(),
            it -> Spelling.of(it.key().status()),
            RoleCount::members);

    private static final String ADD = """
            insert into role_count as was (organization_id, role, status, members)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
            on conflict (organization_id, role, status) do update set members = was.members + excluded.members""";

    private RoleRows() {}

    public static void add(JdbcClient jdbc, Collection<RoleCount> changes) {
        jdbc.sql(ADD).params(COLUMNS.arrays(changes)).update();
    }
}
