package roster.console.members;

import java.util.List;
import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.Commands;
import roster.console.service.Refused;
import roster.contract.role.Role;

/** The dialogs that change a member. Each tries its command first, and so can say what will happen, or why it cannot. */
@Controller
@RequestMapping("/organizations/{org}/members/{member}/{action:role|resend|revoke|suspend|reactivate|delete|erase|leave}")
class ActionController {
    private static final String VIEW = "members/action";

    private final Members members;
    private final Commands commands;

    ActionController(Members members, Commands commands) {
        this.members = members;
        this.commands = commands;
    }

    /**
     * @param version of the member whom the person saw
     * @param key     of this form, so that sending it twice does it once
     */
    record Form(@Nullable String role, @Nullable String reason, long version, String key) {
        static Form of(Member member) {
            return new Form(member.role().value(), "", member.version(), UUID.randomUUID().toString());
        }

        Form of(long now) {
            return new Form(role, reason, now, key);
        }
    }

    @ModelAttribute("action")
    MemberAction action(@PathVariable String action) {
        return MemberAction.of(action);
    }

    @ModelAttribute("roles")
    List<Role> roles() {
        return List.of(Role.values());
    }

    @GetMapping
    String dialog(Membership here, @ModelAttribute("action") MemberAction action, @PathVariable("member") UUID id, Model model) {
        var member = show(here, id, model);
        var form = Form.of(member);
        model.addAttribute("form", form);
        try {
            var trial = commands.dryRun(action.command(here.organizationId(), id, form.role));
            model.addAttribute("tokens", trial.of("api_token.revoked").size());
        } catch (Refused e) {
            model.addAttribute("impossible", e.problem());
        }
        return VIEW;
    }

    @PostMapping
    Object carryOut(Membership here, @ModelAttribute("action") MemberAction action, @PathVariable("member") UUID id, Form form,
            HtmxRequest request, Model model, RedirectAttributes flash) {
        try {
            commands.send(action.command(here.organizationId(), id, form.role).because(form.reason).once(form.key).ifStill(form.version));
        } catch (Refused e) {
            var now = show(here, id, model);
            model.addAttribute("form", form.of(now.version()));
            return Dialogs.again(VIEW, e.problem(), model);
        }
        if (action == MemberAction.LEAVE) {
            flash.addFlashAttribute("done", "You have left " + here.name() + ".");
            return Dialogs.leaveFor("/organizations", request);
        }
        flash.addFlashAttribute("done", action.done(members.one(here.organizationId(), id)));
        return Dialogs.leave("/organizations/" + here.slug() + "/members", request);
    }

    private Member show(Membership here, UUID id, Model model) {
        var member = members.one(here.organizationId(), id);
        model.addAttribute("member", member);
        return member;
    }
}
