package roster.console.history;

import java.util.List;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import roster.console.members.ListedMemberRow;
import roster.console.members.Members;
import roster.console.organization.Membership;
import roster.console.signin.Provider;
import roster.console.signin.SignedIn;
import roster.console.tokens.ApiTokenClient;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/members/{member}}: page of a member with the member's history. */
@Controller
class MemberPageController {
    private final Members members;
    private final History history;
    private final ApiTokenClient tokens;

    MemberPageController(Members members, History history, ApiTokenClient tokens) {
        this.members = members;
        this.history = history;
        this.tokens = tokens;
    }

    @GetMapping("/organizations/{org}/members/{member}")
    String page(Membership here, @PathVariable("member") UUID id, @AuthenticationPrincipal SignedIn person, Model model) {
        var member = members.one(here.organizationId(), id);
        model.addAttribute("row", ListedMemberRow.of(here, member));
        if (history.isShown(here, id)) {
            var entries = history.of(here.organizationId(), id);
            boolean former = here.may(Permission.AUDIT_READ);
            model.addAttribute("moments", entries.newestFirst().stream().map(it -> HistoryLine.of(it, member, former)).toList());
            model.addAttribute("complete", entries.complete());
        }
        model.addAttribute("providers", providers(here, id, person).stream().map(Provider::titleOf).toList());
        if (tokens.areShown(here, id)) {
            model.addAttribute("tokens", tokens.howMany(here, id));
        }
        return "members/member";
    }

    private List<String> providers(Membership here, UUID member, SignedIn person) {
        if (here.may(Permission.MEMBERS_MANAGE)) {
            return members.accounts(here.organizationId(), member);
        }
        return here.memberId().equals(member) ? List.of(person.provider().id()) : List.of();
    }
}
