package roster.console.tokens;

import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.CommandCall;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;

/** The dialog "Revoke API token". */
@Controller
@RequestMapping("/organizations/{org}/api-tokens/{token}/revoke")
class RevocationController {
    private static final String VIEW = "tokens/revoke";

    private final ApiTokenClient tokens;
    private final CommandClient commands;

    RevocationController(ApiTokenClient tokens, CommandClient commands) {
        this.tokens = tokens;
        this.commands = commands;
    }

    /**
     * @param name name of the token, as shown to the user
     * @param key  idempotency key of this form
     */
    record Form(@Nullable String name, @Nullable String reason, String key) {}

    @GetMapping
    String dialog(Membership here, @PathVariable("token") UUID id, Model model) {
        var token = tokens.read(here, id);
        if (!token.isRevocable(here)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("tokenId", id);
        model.addAttribute("form", new Form(token.name(), "", UUID.randomUUID().toString()));
        return VIEW;
    }

    @PostMapping
    Object revoke(Membership here, @PathVariable("token") UUID id, @ModelAttribute("form") Form form, HtmxRequest request, Model model,
            RedirectAttributes flash) {
        try {
            commands.send(CommandCall.delete("/organizations/{org}/api-tokens/{token}", here.organizationId(), id).because(form.reason)
                    .once(form.key));
        } catch (ServiceRejected e) {
            model.addAttribute("tokenId", id);
            return Dialogs.again(VIEW, e.problem(), model);
        }
        flash.addFlashAttribute("done", "The API token “" + form.name + "” is revoked.");
        return Dialogs.leave("/organizations/" + here.slug() + "/api-tokens", request);
    }
}
