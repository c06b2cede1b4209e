package roster.console.roles;

import java.util.List;

import roster.console.roles.CountedRole.Permitted;

/** Table of permissions (rows) by role (columns). */
record RoleTable(List<CountedRole> roles, List<Row> rows) {
    /** @param allowed true per role, in the order of the columns */
    record Row(String wording, List<Boolean> allowed) {}

    /** Rows in the order of the first role's permissions, followed by those that only later roles have. */
    static RoleTable of(List<CountedRole> roles, boolean published) {
        var rows = roles.stream().flatMap(it -> it.permissions().stream()).distinct().filter(it -> it.published() == published)
                .map(it -> row(it, roles)).toList();
        return new RoleTable(roles, rows);
    }

    private static Row row(Permitted permission, List<CountedRole> roles) {
        return new Row(permission.wording(), roles.stream().map(it -> it.permits(permission)).toList());
    }
}
