package roster.query.role;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.UUID;

import java.util.List;
import java.util.UUID;

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
    private static final Column<RoleCount, Long> MEMBERS = COLUMNS.add("members", BIGINT, RoleCount::members);

    static final Table<RoleCount> TABLE = new Table<>("role_count", COLUMNS, List.of(ORGANIZATION_ID, ROLE, STATUS), List.of(),
            (row, _) -> new RoleCount(new RoleCount.Key(ORGANIZATION_ID.of(row), ROLE.of(row), STATUS.of(row)), MEMBERS.of(row)));

    private RoleCountTable() {}
}
