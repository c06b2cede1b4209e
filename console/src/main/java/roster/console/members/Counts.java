package roster.console.members;

import java.util.List;

/** How many members there are, by role and by status. */
record Counts(List<RoleCount> roles) {
    public long all() {
        return roles.stream().mapToLong(RoleCount::total).sum();
    }

    public long active() {
        return roles.stream().mapToLong(it -> it.members().active()).sum();
    }

    public long invited() {
        return roles.stream().mapToLong(it -> it.members().invited()).sum();
    }

    public long suspended() {
        return roles.stream().mapToLong(it -> it.members().suspended()).sum();
    }
}
