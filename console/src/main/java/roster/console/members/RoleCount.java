package roster.console.members;

import java.util.List;

import roster.contract.role.Role;

/** Number of members with a role. */
record RoleCount(Role role, Members members) {
    /** @param expired invited members whose invitation has expired */
    record Members(long active, long invited, long suspended, long expired) {}

    record Listing(List<RoleCount> data) {}

    /** Number of members without deleted ones. */
    public long total() {
        return members.active + members.invited + members.suspended;
    }
}
