package roster.query.role;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Listing;
import roster.query.organization.Organizations;

@RestController
final class RoleController {
    private static final List<Description> ROLES = Arrays.stream(Role.values()).map(Description::of).toList();

    private final Organizations organizations;
    private final RoleCounts counts;

    RoleController(Organizations organizations, RoleCounts counts) {
        this.organizations = organizations;
        this.counts = counts;
    }

    record Description(Role role, List<Permitted> permissions) {
        static Description of(Role role) {
            return new Description(role,
                    Arrays.stream(Permission.values()).filter(role.permissions()::contains).map(Permitted::of).toList());
        }
    }

    record CountedRole(Role role, List<Permitted> permissions, RoleCounts.Members members) {}

    /** @param published whether the product's own page lists it, as opposed to Roster needing it for itself */
    record Permitted(String value, String wording, boolean published) {
        static Permitted of(Permission it) {
            return new Permitted(it.value(), it.wording(), it.isPublished());
        }
    }

    @GetMapping("/roles")
    Listing<Description> all(ConsistentRead read) {
        return read.answer(position -> new Listing<>(ROLES, null, position));
    }

    @GetMapping("/organizations/{org}/roles")
    Listing<CountedRole> counted(@PathVariable String org, ConsistentRead read) {
        return read.answer(position -> {
            var members = counts.read(organizations.require(org));
            var roles = ROLES.stream()
                    .map(it -> new CountedRole(it.role(), it.permissions(), Objects.requireNonNull(members.get(it.role()))))
                    .toList();
            return new Listing<>(roles, null, position);
        });
    }
}
