package roster.console.members;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of members, by role and by status.
 *
 * @param former true when deleted members can be shown, too
 */
record Counts(List<RoleTotal> roles, boolean former) {
    /** @param total null for what is not counted */
    record OfStatus(String status, String title, @Nullable Long total) {}

    public long all() {
        return roles.stream().mapToLong(RoleTotal::total).sum();
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
        var present = Stream.of(new OfStatus("", "All members", all()), new OfStatus("active", "Active", active),
                new OfStatus("invited", "Invited", invited - expired), new OfStatus("expired", "Expired", expired),
                new OfStatus("suspended", "Suspended", suspended));
        return Stream.concat(present, former ? Stream.of(new OfStatus("deleted", "Deleted", null)) : Stream.empty()).toList();
    }
}
