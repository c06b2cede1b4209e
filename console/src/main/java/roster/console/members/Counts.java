package roster.console.members;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** How many members there are, by role and by status. */
record Counts(List<RoleCount> roles) {
    /** @param total null for what is not counted */
    record OfStatus(String status, String title, @Nullable Long total) {}

    public long all() {
        return roles.stream().mapToLong(RoleCount::total).sum();
    }

    /** The expired are not among the invited here: only those whose link still works are. */
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
        return List.of(new OfStatus("", "Everybody", all()), new OfStatus("active", "Active", active),
                new OfStatus("invited", "Invited", invited - expired), new OfStatus("expired", "Expired", expired),
                new OfStatus("suspended", "Suspended", suspended), new OfStatus("deleted", "Deleted", null));
    }
}
