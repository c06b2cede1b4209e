package roster.console.roles;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import roster.console.organization.Membership;
import roster.console.service.Queries;

/** {@code /organizations/{org}/roles}: page of roles and permissions. */
@Controller
class RolesController {
    private static final ParameterizedTypeReference<CountedRole.Listing> ROLES = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    RolesController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/organizations/{org}/roles")
    String page(Membership here, Model model) {
        var roles = queries.get(uri -> uri.path("/organizations/{org}/roles").build(here.organizationId()), ROLES).data();
        model.addAttribute("roles", roles);
        model.addAttribute("published", RoleTable.of(roles, true));
        model.addAttribute("own", RoleTable.of(roles, false));
        return "roles";
    }
}
