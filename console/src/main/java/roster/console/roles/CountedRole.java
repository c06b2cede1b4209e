package roster.console.roles;

import java.util.List;

import roster.contract.role.Role;

/** A role from query-service, with its permissions and the number of members. */
record CountedRole(Role role, List<Permitted> permissions, Members members) {
    /**
     * @param wording   description for people
     * @param published true when the product's own page lists it; false when only Roster needs it
     */
    record Permitted(String value, String wording, boolean published) {}

    record Members(long active, long invited, long suspended) {}

    record Listing(List<CountedRole> data) {}

    boolean permits(Permitted permission) {
        return permissions.contains(permission);
    }

    /** Number of active and suspended members. */
    public long joined() {
        return members.active + members.suspended;
    }

    /** Number of persons who have not accepted their invitation. */
    public long invited() {
        return members.invited;
    }
}
