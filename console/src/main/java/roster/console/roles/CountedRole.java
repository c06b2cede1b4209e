package roster.console.roles;

import java.util.List;

import roster.contract.role.Role;

/** A role as query-service answers: what it permits, and how many have it. */
record CountedRole(Role role, List<Permitted> permissions, Members members) {
    /**
     * @param wording   what people read
     * @param published whether the product's own page lists it, as opposed to Roster needing it for itself
     */
    record Permitted(String value, String wording, boolean published) {}

    /** The deleted do not count. */
    record Members(long active, long invited, long suspended) {}

    record Listing(List<CountedRole> data) {}

    boolean permits(Permitted permission) {
        return permissions.contains(permission);
    }

    public long total() {
        return members.active + members.invited + members.suspended;
    }
}
