package roster.console.members;

import java.util.Map;
import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.CommandCall;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/** The dialog "Invite new member". */
@Controller
@RequestMapping("/organizations/{org}/members/invite")
class InviteController {
    private final CommandClient commands;

    InviteController(CommandClient commands) {
        this.commands = commands;
    }

    /** @param key idempotency key of this form */
    record Form(@Nullable String name, @Nullable String email, @Nullable String role, @Nullable String reason, @Nullable String key) {
        static Form empty() {
            return new Form("", "", Role.DEVELOPER.value(), "", UUID.randomUUID().toString());
        }

        CommandCall command(Membership here) {
            return CommandCall.post("/organizations/{org}/members", here.organizationId())
                    .with(Map.of("name", text(name), "email", text(email), "role", text(role))).because(reason).once(text(key));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @ModelAttribute("roles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping
    String dialog(Membership here, Model model) {
        here.require(Permission.MEMBERS_MANAGE);
        model.addAttribute("form", Form.empty());
        return "members/invite";
    }

    @PostMapping
    Object invite(Membership here, @ModelAttribute("form") Form form, HtmxRequest request, Model model, RedirectAttributes flash) {
        try {
            commands.send(form.command(here));
        } catch (ServiceRejected e) {
            return Dialogs.again("members/invite", e.problem(), model);
        }
        flash.addFlashAttribute("done",
                Form.text(form.name) + " is invited. An e-mail with the link goes to " + Form.text(form.email) + ".");
        return Dialogs.leave("/organizations/" + here.slug() + "/members", request);
    }
}
