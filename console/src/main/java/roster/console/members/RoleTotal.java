package roster.console.members;

import java.util.List;

import roster.contract.role.Role;

/** Number of members with a role. */
record RoleTotal(Role role, Members members) {
    /** @param expired invited members whose invitation has expired */
    record Members(long active, long invited, long suspended, long expired) {}

    record Listing(List<RoleTotal> data) {}

    /** Number of members without deleted ones. */
    public long total() {
        return members.active + members.invited + members.suspended;
    }
}
