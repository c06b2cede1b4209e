package roster.console.members;

import java.util.List;

import roster.contract.role.Role;

/** How many have a role. */
record RoleCount(Role role, Members members) {
    /** @param expired those of the invited whose invitation has expired */
    record Members(long active, long invited, long suspended, long expired) {}

    record Listing(List<RoleCount> data) {}

    /** The deleted do not count. */
    public long total() {
        return members.active + members.invited + members.suspended;
    }
}
