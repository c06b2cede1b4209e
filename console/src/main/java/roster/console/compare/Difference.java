package roster.console.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.history.Change;
import roster.console.members.ListedMember;

/**
 * A member who is not the same on two days, from query-service.
 *
 * @param before null when there was no such member on the first day
 */
record Difference(UUID memberId, @Nullable ListedMember before, ListedMember after) {
    record Listing(List<Difference> data, @Nullable String next) {}

    /** The member as last known: who left has no role any more but the former one. */
    public ListedMember member() {
        return after;
    }

    /** Fields that are not the same, with their values on both days; empty unless the member was there on both. */
    public List<Change> changes() {
        var changes = new ArrayList<Change>();
        if (before != null) {
            compare("Name", before.name(), after.name(), changes);
            compare("Email", before.email(), after.email(), changes);
            compare("Role", before.role().title(), after.role().title(), changes);
            compare("Status", status(before), status(after), changes);
        }
        return changes;
    }

    private static void compare(String field, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before.isEmpty() ? null : before, after.isEmpty() ? "erased" : after));
        }
    }

    private static String status(ListedMember member) {
        return StringUtils.capitalize(member.status().value());
    }
}
