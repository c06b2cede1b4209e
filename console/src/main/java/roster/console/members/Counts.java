package roster.console.members;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Number of members by role and by status. */
record Counts(List<RoleCount> roles) {
    /** @param total null for a status that is not counted */
    record OfStatus(String status, String title, @Nullable Long total) {}

    public long all() {
        return roles.stream().mapToLong(RoleCount::total).sum();
    }

    /** Invited are only members whose invitation has not expired. */
    public List<OfStatus> statuses() {
        long active = 0;
        long invited = 0;
        long expired = 0;
        long suspended = 0;
        for (var it : roles) {
            active += it.members().active();
            invited += it.members().invited();
            expired += it.members().expired();
            suspended += it.members().suspended();
        }
        return List.of(new OfStatus("", "All members", all()), new OfStatus("active", "Active", active),
                new OfStatus("invited", "Invited", invited - expired), new OfStatus("expired", "Expired", expired),
                new OfStatus("suspended", "Suspended", suspended), new OfStatus("deleted", "Deleted", null));
    }
}
