package roster.query.role;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.requirement.AnyCaller;
import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Listing;
import roster.query.members.SearchText;
import roster.query.moment.Moment;

/** {@code /roles}: the roles of members and their permissions. */
@RestController
final class RoleController {
    private static final List<DescribedRole> ROLES = Arrays.stream(Role.values()).map(DescribedRole::of).toList();

    private final RoleCounts counts;

    RoleController(RoleCounts counts) {
        this.counts = counts;
    }

    /** A role with its permissions. */
    record DescribedRole(Role role, List<DescribedPermission> permissions) {
        static DescribedRole of(Role role) {
            return new DescribedRole(role,
                    Arrays.stream(Permission.values()).filter(role.permissions()::contains).map(DescribedPermission::of).toList());
        }
    }

    /** A role with its permissions and the number of its members. */
    record CountedRole(Role role, List<DescribedPermission> permissions, RoleCounts.Members members) {}

    /**
     * A permission.
     *
     * @param value     name in access requests
     * @param wording   description for people
     * @param published true when the product's own page lists it; false when only Roster needs it
     */
    record DescribedPermission(String value, String wording, boolean published) {
        static DescribedPermission of(Permission it) {
            return new DescribedPermission(it.value(), it.wording(), it.isPublished());
        }
    }

    /** Lists the roles with their permissions. */
    @AnyCaller
    @GetMapping("/roles")
    Listing<DescribedRole> all(ConsistentRead read) {
        return read.answer(position -> new Listing<>(ROLES, null, position));
    }

    /**
     * Lists the roles with their permissions and the number of members of the organization.
     *
     * @param q    counts only members whom a list of members with the same text contains
     * @param asOf the counts at a moment since the organization was registered; needs {@code audit.read}
     */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/roles")
    Listing<CountedRole> counted(Organization organization, Caller caller, @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(required = false) @Nullable Moment asOf, ConsistentRead read) {
        return read.asOf(asOf, organization, caller, cut -> {
            var members = counts.read(organization.id(), q, caller.may(Permission.AUDIT_READ), cut);
            var roles = ROLES.stream()
                    .map(it -> new CountedRole(it.role(), it.permissions(), Objects.requireNonNull(members.get(it.role()))))
                    .toList();
            return new Listing<>(roles, null, Long.toString(cut.position()));
        });
    }
}
