package roster.console.members;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.organization.Membership;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/members}: the list of members, by pages. */
@Controller
class MembersController {
    private final Members members;

    MembersController(Members members) {
        this.members = members;
    }

    @GetMapping("/organizations/{org}/members")
    String page(Membership here, @ModelAttribute("filter") MemberSearch filter, Model model) {
        var found = members.list(here.organizationId(), filter);
        model.addAttribute("rows", found.data().stream().map(it -> ListedMemberRow.of(here, it)).toList());
        model.addAttribute("next", found.more());
        model.addAttribute("counts", new Counts(members.counts(here.organizationId(), filter), filter, here.may(Permission.AUDIT_READ)));
        return "members/list";
    }
}
