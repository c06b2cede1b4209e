package roster.console.members;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.contract.role.Role;

/**
 * Numbers of members that the search finds: by status for the chosen role, by role for the chosen status.
 *
 * @param former true when deleted members can be shown, too
 */
record Counts(List<RoleTotal> roles, MemberSearch filter, boolean former) {
    private static final List<Map.Entry<String, String>> STATUSES = List.of(Map.entry("", "All members"), Map.entry("active", "Active"),
            Map.entry("invited", "Invited"), Map.entry("expired", "Expired"), Map.entry("suspended", "Suspended"));
    private static final Map.Entry<String, String> DELETED = Map.entry("deleted", "Deleted");

    /** @param id of the element with the number */
    record OfStatus(String status, String title, String id, long total) {}

    record OfRole(Role role, long total) {}

    /** Number of members in the list, on all its pages. */
    public long found() {
        return of(filter.statusOrAll(), filter.roleOrAll());
    }

    /** Number of members with the chosen status and any role. */
    public long ofAnyRole() {
        return of(filter.statusOrAll(), "");
    }

    public List<OfRole> byRole() {
        return roles.stream().map(it -> new OfRole(it.role(), it.members().of(filter.statusOrAll()))).toList();
    }

    public List<OfStatus> byStatus() {
        return Stream.concat(STATUSES.stream(), former ? Stream.of(DELETED) : Stream.empty())
                .map(it -> new OfStatus(it.getKey(), it.getValue(), "count-" + (it.getKey().isEmpty() ? "all" : it.getKey()),
                        of(it.getKey(), filter.roleOrAll())))
                .toList();
    }

    private long of(String status, String role) {
        return roles.stream().filter(it -> role.isEmpty() || it.role().value().equals(role)).mapToLong(it -> it.members().of(status)).sum();
    }
}
