package roster.console.members;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/** Number of members with a role. */
record RoleTotal(Role role, Members members) {
    /**
     * @param expired invited members whose invitation has expired
     * @param deleted null when the user may not see them
     */
    record Members(long active, long invited, long suspended, long expired, @Nullable Long deleted) {
        /** Number of members with a status as in {@link MemberSearch}; without one, of all but deleted members. */
        long of(String status) {
            return switch (status) {
                case "" -> active + invited + suspended;
                case "active" -> active;
                case "invited" -> invited - expired;
                case "expired" -> expired;
                case "suspended" -> suspended;
                case "deleted" -> Objects.requireNonNullElse(deleted, 0L);
                default -> 0;
            };
        }
    }

    record Listing(List<RoleTotal> data) {}
}
