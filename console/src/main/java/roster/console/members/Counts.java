package roster.console.members;

import java.util.List;

/** How many members there are, by role and by status. */
record Counts(List<RoleCount> roles) {
    long all() {
        return roles.stream().mapToLong(RoleCount::total).sum();
    }

    long active() {
        return roles.stream().mapToLong(it -> it.members().active()).sum();
    }

    long invited() {
        return roles.stream().mapToLong(it -> it.members().invited()).sum();
    }

    long suspended() {
        return roles.stream().mapToLong(it -> it.members().suspended()).sum();
    }
}
