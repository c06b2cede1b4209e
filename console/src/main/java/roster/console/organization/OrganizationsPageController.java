package roster.console.organization;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: redirects to the only organization, or shows a list of organizations. */
@Controller
class OrganizationsPageController {
    private final OwnMemberships memberships;

    OrganizationsPageController(OwnMemberships memberships) {
        this.memberships = memberships;
    }

    @GetMapping("/")
    String home() {
        var mine = memberships.mine();
        return mine.size() == 1 ? "redirect:/organizations/" + mine.getFirst().slug() + "/members" : "redirect:/organizations";
    }

    @GetMapping("/organizations")
    String choose(Model model) {
        model.addAttribute("memberships", memberships.mine());
        return "organizations";
    }

    @GetMapping("/organizations/{org}")
    String organization(Membership here) {
        return "redirect:/organizations/" + here.slug() + "/members";
    }
}
