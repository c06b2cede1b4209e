package roster.console.members;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.CommandCall;
import roster.console.service.CommandClient;
import roster.console.service.DryRunAnswer;
import roster.console.service.ServiceProblem;
import roster.console.service.ServiceRejected;
import roster.contract.role.Role;

/** Dialogs that change a member. Each does a dry run of its command first, to show its consequences or why it is impossible. */
@Controller
@RequestMapping("/organizations/{org}/members/{member}/{action}")
class ActionController {
    private static final String VIEW = "members/action";

    private final Members members;
    private final CommandClient commands;

    ActionController(Members members, CommandClient commands) {
        this.members = members;
        this.commands = commands;
    }

    /**
     * @param value   new value, from the field with the name of the action in paths
     * @param version version of the member that the user saw
     * @param key     idempotency key of this form
     */
    record Form(@Nullable String value, @Nullable String reason, @Nullable Boolean takesOver, long version, String key) {
        static Form of(ListedMember member, MemberAction action) {
            return new Form(action.current(member), "", false, member.version(), UUID.randomUUID().toString());
        }

        Form with(@Nullable String given) {
            return new Form(given, reason, takesOver, version, key);
        }

        Form of(long now) {
            return new Form(value, reason, takesOver, now, key);
        }

        CommandCall command(MemberAction action, Membership here, UUID member) {
            return action.command(here.organizationId(), member, value, Boolean.TRUE.equals(takesOver)).because(reason).once(key)
                    .ifStill(version);
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
        var form = Form.of(member, action);
        model.addAttribute("form", form);
        foresee(here, action, member, model).ifPresent(it -> model.addAttribute("impossible", it));
        return VIEW;
    }

    /** Adds the consequences of the action to the model. */
    private Optional<ServiceProblem> foresee(Membership here, MemberAction action, ListedMember member, Model model) {
        try {
            var trial = tryOut(here, action, member, action.current(member));
            model.addAttribute("tokens", trial.of("api_token.revoked").size());
            model.addAttribute("invitations", ending(here, action, member, trial));
            model.addAttribute("oneself", here.memberId().equals(member.memberId()));
            return Optional.empty();
        } catch (ServiceRejected e) {
            return Optional.of(e.problem());
        }
    }

    private EndingInvitations ending(Membership here, MemberAction action, ListedMember member, DryRunAnswer trial) {
        var removal = action == MemberAction.ROLE && member.role().mayInvite() ? demotion(here, member).orElse(trial) : trial;
        var invited = removal.of("member.invitation_revoked").stream().map(it -> UUID.fromString(it.aggregateId()))
                .filter(it -> !it.equals(member.memberId())).toList();
        return EndingInvitations.of(invited, it -> members.one(here.organizationId(), it).name());
    }

    /** Dry run of a change to a role that may not invite. Empty when this is rejected, which is shown when the role is chosen. */
    private Optional<DryRunAnswer> demotion(Membership here, ListedMember member) {
        try {
            return Optional.of(tryOut(here, MemberAction.ROLE, member, Role.DEVELOPER.value()));
        } catch (ServiceRejected _) {
            return Optional.empty();
        }
    }

    private DryRunAnswer tryOut(Membership here, MemberAction action, ListedMember member, @Nullable String value) {
        return commands.dryRun(action.command(here.organizationId(), member.memberId(), value, false));
    }

    @PostMapping
    Object carryOut(Membership here, @ModelAttribute("action") MemberAction action, @PathVariable("member") UUID id, Form sent,
            @RequestParam Map<String, String> fields, HtmxRequest request, Model model, RedirectAttributes flash) {
        var form = sent.with(fields.get(action.path()));
        try {
            commands.send(form.command(action, here, id));
        } catch (ServiceRejected e) {
            var now = show(here, id, model);
            model.addAttribute("form", form.of(now.version()));
            foresee(here, action, now, model);
            return Dialogs.again(VIEW, e.problem(), model);
        }
        if (action == MemberAction.LEAVE) {
            flash.addFlashAttribute("done", "You have left " + here.name() + ".");
            return Dialogs.leaveFor("/organizations", request);
        }
        flash.addFlashAttribute("done", action.done(members.one(here.organizationId(), id)));
        return Dialogs.leave("/organizations/" + here.slug() + "/members", request);
    }

    private ListedMember show(Membership here, UUID id, Model model) {
        var member = members.one(here.organizationId(), id);
        model.addAttribute("member", member);
        return member;
    }
}
