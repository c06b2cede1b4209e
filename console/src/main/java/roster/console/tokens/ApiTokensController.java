package roster.console.tokens;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.members.MemberNames;
import roster.console.members.Members;
import roster.console.organization.Membership;

/** {@code /organizations/{org}/api-tokens}: the list of API tokens, by pages. */
@Controller
class ApiTokensController {
    private final ApiTokenClient tokens;
    private final Members members;

    ApiTokensController(ApiTokenClient tokens, Members members) {
        this.tokens = tokens;
        this.members = members;
    }

    @GetMapping("/organizations/{org}/api-tokens")
    String page(Membership here, @ModelAttribute("filter") ApiTokenSearch filter, Model model) {
        var found = tokens.list(here, filter);
        var names = new MemberNames(members, here.organizationId());
        model.addAttribute("rows", found.data().stream()
                .map(it -> new ApiTokenRow(it, names.of(it.memberId()), it.isRevocable(here))).toList());
        model.addAttribute("next", found.more());
        model.addAttribute("owner", names.of(filter.owner()));
        return "tokens/list";
    }
}
