package roster.query.role;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.http.access.AnyCaller;
import roster.http.access.Requires;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Listing;

/** {@code /roles}: what members can be, and may therefore do. */
@RestController
final class RoleController {
    private static final List<DescribedRole> ROLES = Arrays.stream(Role.values()).map(DescribedRole::of).toList();

    private final RoleCounts counts;

    RoleController(RoleCounts counts) {
        this.counts = counts;
    }

    /** A role, with what it permits. */
    record DescribedRole(Role role, List<DescribedPermission> permissions) {
        static DescribedRole of(Role role) {
            return new DescribedRole(role,
                    Arrays.stream(Permission.values()).filter(role.permissions()::contains).map(DescribedPermission::of).toList());
        }
    }

    /** A role, with what it permits and who has it. */
    record CountedRole(Role role, List<DescribedPermission> permissions, RoleCounts.Members members) {}

    /**
     * What may be done.
     *
     * @param value     its name in access requests
     * @param wording   what people read
     * @param published whether the product's own page lists it, as opposed to Roster needing it for itself
     */
    record DescribedPermission(String value, String wording, boolean published) {
        static DescribedPermission of(Permission it) {
            return new DescribedPermission(it.value(), it.wording(), it.isPublished());
        }
    }

    /** The roles, with what they permit. */
    @AnyCaller
    @GetMapping("/roles")
    Listing<DescribedRole> all(ConsistentRead read) {
        return read.answer(position -> new Listing<>(ROLES, null, position));
    }

    /** The roles, with what they permit and how many members of the organization have them. */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/roles")
    Listing<CountedRole> counted(Organization organization, ConsistentRead read) {
        return read.answer(position -> {
            var members = counts.read(organization.id());
            var roles = ROLES.stream()
                    .map(it -> new CountedRole(it.role(), it.permissions(), Objects.requireNonNull(members.get(it.role()))))
                    .toList();
            return new Listing<>(roles, null, position);
        });
    }
}
