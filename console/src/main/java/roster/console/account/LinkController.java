package roster.console.account;

import java.util.List;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;
import roster.console.signin.Providers;
import roster.console.signin.SecondAccount;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;

/**
 * {@code /organizations/{org}/accounts/link}: the page on which the user confirms to link the account that was just proven. Without it, another
 * site could start a sign-in at the provider, and link an account that it had signed the browser in with there.
 */
@Controller
@RequestMapping("/organizations/{org}/accounts/link")
class LinkController {
    private static final String VIEW = "account/link";

    private final Accounts accounts;
    private final CommandClient commands;
    private final Providers providers;

    LinkController(Accounts accounts, CommandClient commands, Providers providers) {
        this.accounts = accounts;
        this.commands = commands;
        this.providers = providers;
    }

    @ModelAttribute("providers")
    List<Provider> providers() {
        return providers.offered();
    }

    /** @param failed reason why no account was proven; null when one was */
    @GetMapping
    String page(Membership here, @AuthenticationPrincipal SignedIn user, @RequestParam(required = false) @Nullable String failed,
            HttpSession session, Model model) {
        model.addAttribute("failed", failed);
        if (failed == null) {
            SecondAccount.of(user, session).ifPresent(it -> foresee(it, user, here, model));
        }
        return VIEW;
    }

    private void foresee(SignedIn account, SignedIn user, Membership here, Model model) {
        model.addAttribute("account", account);
        try {
            boolean known = commands.dryRun(accounts.linking(account, user, here)).events().isEmpty();
            model.addAttribute("known", known).addAttribute("possible", !known);
        } catch (ServiceRejected e) {
            model.addAttribute("impossible", e.problem());
        }
    }

    /** @param account name of the account that the user saw, which another tab may have replaced */
    @PostMapping
    Object link(Membership here, @AuthenticationPrincipal SignedIn user, @RequestParam String account, HttpSession session,
            HtmxRequest request, Model model, RedirectAttributes flash) {
        var proven = SecondAccount.of(user, session);
        if (proven.isEmpty() || !proven.get().getName().equals(account)) {
            return "redirect:/organizations/" + here.slug() + "/accounts/link";
        }
        try {
            commands.send(accounts.linking(proven.get(), user, here));
        } catch (ServiceRejected e) {
            model.addAttribute("account", proven.get()).addAttribute("possible", true);
            return Dialogs.again(VIEW, e.problem(), model);
        }
        SecondAccount.forget(session);
        flash.addFlashAttribute("done", "You can now also sign in with " + proven.get().provider().title() + ".");
        return Dialogs.leaveFor("/organizations/" + here.slug() + "/members/" + here.memberId(), request);
    }
}
