package roster.console.members;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.organization.Membership;
import roster.console.page.AsOf;
import roster.console.page.Dialogs;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/members}: the list of members, by pages, now or as of a moment. */
@Controller
class MembersController {
    private static final String VIEW = "members/list";

    private final Members members;

    MembersController(Members members) {
        this.members = members;
    }

    @GetMapping("/organizations/{org}/members")
    Object page(Membership here, @ModelAttribute("filter") MemberSearch filter, Model model) {
        try {
            return show(here, filter, model);
        } catch (ServiceRejected e) {
            if (!AsOf.isWrong(e.problem())) {
                throw e;
            }
            show(here, filter.now(), model.addAttribute("wrongMoment", filter.asOf()));
            return Dialogs.again(VIEW, e.problem(), model.addAttribute("filter", filter.now()));
        }
    }

    private String show(Membership here, MemberSearch filter, Model model) {
        var found = members.list(here.organizationId(), filter);
        model.addAttribute("rows", found.data().stream()
                .map(it -> filter.past().isPast() ? ListedMemberRow.ofPast(it) : ListedMemberRow.of(here, it)).toList());
        model.addAttribute("next", found.more());
        model.addAttribute("counts", new Counts(members.counts(here.organizationId(), filter), filter, here.may(Permission.AUDIT_READ)));
        return VIEW;
    }
}
