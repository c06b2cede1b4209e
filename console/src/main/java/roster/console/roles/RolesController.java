package roster.console.roles;

import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.organization.Membership;
import roster.console.page.AsOf;
import roster.console.page.Dialogs;
import roster.console.service.Queries;
import roster.console.service.QueryParameters;
import roster.console.service.ServiceRejected;

/** {@code /organizations/{org}/roles}: page of roles and permissions, now or as of a moment. */
@Controller
class RolesController {
    private static final ParameterizedTypeReference<CountedRole.Listing> ROLES = new ParameterizedTypeReference<>() {};

    private static final String VIEW = "roles";

    private final Queries queries;

    RolesController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/organizations/{org}/roles")
    Object page(Membership here, @ModelAttribute("past") AsOf past, Model model) {
        try {
            return show(here, past, model);
        } catch (ServiceRejected e) {
            if (!AsOf.isWrong(e.problem())) {
                throw e;
            }
            show(here, AsOf.NOW, model.addAttribute("wrongMoment", past.asOf()));
            return Dialogs.again(VIEW, e.problem(), model.addAttribute("past", AsOf.NOW));
        }
    }

    private String show(Membership here, AsOf past, Model model) {
        var roles = queries.get(uri -> new QueryParameters(uri, "/organizations/{org}/roles", Map.of("org", here.organizationId()))
                .and("asOf", past.instant()).build(), ROLES).data();
        model.addAttribute("roles", roles);
        model.addAttribute("published", RoleTable.of(roles, true));
        model.addAttribute("own", RoleTable.of(roles, false));
        return VIEW;
    }
}
