package roster.console.roles;

import java.util.List;

import roster.console.roles.CountedRole.Permitted;

/** Who may do what: a row for each permission, a column for each role. */
record RoleTable(List<CountedRole> roles, List<Row> rows) {
    /** @param allowed of each role, in the order of the columns */
    record Row(String wording, List<Boolean> allowed) {}

    /** In the order in which the roles name them; what an earlier role lacks comes after what it has. */
    static RoleTable of(List<CountedRole> roles, boolean published) {
        var rows = roles.stream().flatMap(it -> it.permissions().stream()).distinct().filter(it -> it.published() == published)
                .map(it -> row(it, roles)).toList();
        return new RoleTable(roles, rows);
    }

    private static Row row(Permitted permission, List<CountedRole> roles) {
        return new Row(permission.wording(), roles.stream().map(it -> it.permits(permission)).toList());
    }
}
