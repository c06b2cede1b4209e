package roster.console.history;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import roster.console.account.Accounts;
import roster.console.members.ListedMemberRow;
import roster.console.members.Members;
import roster.console.organization.Membership;
import roster.console.signin.Providers;
import roster.console.tokens.ApiTokenClient;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/members/{member}}: page of a member with the member's history. */
@Controller
class MemberPageController {
    private final Members members;
    private final History history;
    private final LoggedEvents logged;
    private final ApiTokenClient tokens;
    private final Accounts accounts;
    private final Providers providers;

    MemberPageController(Members members, History history, LoggedEvents logged, ApiTokenClient tokens, Accounts accounts,
            Providers providers) {
        this.members = members;
        this.history = history;
        this.logged = logged;
        this.tokens = tokens;
        this.accounts = accounts;
        this.providers = providers;
    }

    @GetMapping("/organizations/{org}/members/{member}")
    String page(Membership here, @PathVariable("member") UUID id, Model model) {
        var member = members.one(here.organizationId(), id);
        model.addAttribute("row", ListedMemberRow.of(here, member));
        if (history.isShown(here, id)) {
            var entries = history.of(here.organizationId(), id);
            boolean former = here.may(Permission.AUDIT_READ);
            model.addAttribute("moments", entries.newestFirst().stream().map(it -> HistoryLine.of(it, member, former)).toList());
            model.addAttribute("complete", entries.complete());
            model.addAttribute("logged", logged.of(here).orElse(null));
        }
        model.addAttribute("accounts", accounts.of(here, id));
        model.addAttribute("providers", here.memberId().equals(id) ? providers.offered() : List.of());
        if (tokens.areShown(here, id)) {
            model.addAttribute("tokens", tokens.howMany(here, id));
        }
        return "members/member";
    }
}
