package roster.console.organization;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import roster.console.signin.account.SignedIn;

/** {@code /} and {@code /members}: redirect to an organization, or to the list of organizations. */
@Controller
class OrganizationsPageController {
    private final OwnMemberships memberships;

    OrganizationsPageController(OwnMemberships memberships) {
        this.memberships = memberships;
    }

    @GetMapping("/")
    String home() {
        return membersOf(only(memberships.mine()));
    }

    /** The Members page of the organization that was opened last, or of the only one. */
    @GetMapping("/members")
    String members(HttpSession session) {
        var mine = memberships.mine();
        return membersOf(LastOrganization.in(session, mine).or(() -> only(mine)));
    }

    private static Optional<Membership> only(List<Membership> mine) {
        return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
    }

    private static String membersOf(Optional<Membership> organization) {
        return organization.map(it -> "redirect:/organizations/" + it.slug() + "/members").orElse("redirect:/organizations");
    }

    @GetMapping("/organizations")
    String choose(@AuthenticationPrincipal SignedIn person, Model model) {
        var mine = memberships.mine();
        model.addAttribute("memberships", mine);
        model.addAttribute("others", mine.isEmpty() ? memberships.otherProviders(person) : List.of());
        return "organizations";
    }

    @GetMapping("/organizations/{org}")
    String organization(Membership here) {
        return "redirect:/organizations/" + here.slug() + "/members";
    }
}
