package roster.query.role;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.UUID;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.generation.Spelled;
import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;

/** The columns of {@code role_count}. */
final class RoleCountTable {
    private static final Columns<RoleCount> COLUMNS = new Columns<>();

    private static final Column<RoleCount, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, it -> it.key().organizationId());
    private static final Column<RoleCount, Role> ROLE = COLUMNS.add("role", TEXT.as(Role::of, Role::value), it -> it.key().role());
    private static final Column<RoleCount, MemberStatus> STATUS = COLUMNS.add("status", Spelled.as(MemberStatus.class),
            it -> it.key().status());
    private static final Column<RoleCount, Long> POSITION = COLUMNS.add("position", BIGINT, RoleCount::position);
    private static final Column<RoleCount, Long> MEMBERS = COLUMNS.add("members", BIGINT, RoleCount::members);

    static final Table<RoleCount> TABLE = new Table<>("role_count", COLUMNS, List.of(ORGANIZATION_ID, ROLE, STATUS, POSITION), List.of(),
            (row, _) -> new RoleCount(new RoleCount.Key(ORGANIZATION_ID.of(row), ROLE.of(row), STATUS.of(row)), POSITION.of(row),
                    MEMBERS.of(row)));

    /** The counts of some organizations as of a position, each found by the primary key. */
    private static final String AS_OF = TABLE.select() + " " + """
             where (organization_id, role, status, position) in (
                   select organization, held, state, (select max(position) from role_count
                           where organization_id = organization and role = held and status = state and position <= ?)
                     from unnest(?::uuid[]) as organization, unnest(?::text[]) as held, unnest(?::text[]) as state)""";

    private RoleCountTable() {}

    static List<RoleCount> asOf(long position, Collection<UUID> organizationIds, JdbcClient jdbc) {
        return jdbc.sql(AS_OF).param(position).param(organizationIds.toArray(UUID[]::new))
                .param(Arrays.stream(Role.values()).map(Role::value).toArray(String[]::new))
                .param(Arrays.stream(MemberStatus.values()).map(MemberStatus::value).toArray(String[]::new))
                .query(TABLE.mapper()).list();
    }
}
