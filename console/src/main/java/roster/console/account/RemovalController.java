package roster.console.account;

import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;

/** The dialog "Remove account". The account of the session is not offered: it can be removed with another one. */
@Controller
@RequestMapping("/organizations/{org}/members/{member}/accounts/{account}/remove")
class RemovalController {
    private static final String VIEW = "account/remove";

    private final Accounts accounts;
    private final CommandClient commands;

    RemovalController(Accounts accounts, CommandClient commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    @GetMapping
    String dialog(Membership here, @PathVariable("member") UUID member, @PathVariable("account") UUID account, Model model) {
        show(here, member, account, model);
        try {
            commands.dryRun(Accounts.removing(account, member, here));
        } catch (ServiceRejected e) {
            model.addAttribute("impossible", e.problem());
        }
        return VIEW;
    }

    private Accounts.Account show(Membership here, UUID member, UUID account, Model model) {
        var shown = accounts.of(here, member).stream().filter(it -> it.accountId().equals(account) && !it.current()).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("memberId", member);
        model.addAttribute("account", shown);
        return shown;
    }

    @PostMapping
    Object remove(Membership here, @PathVariable("member") UUID member, @PathVariable("account") UUID account, HtmxRequest request,
            Model model, RedirectAttributes flash) {
        var shown = show(here, member, account, model);
        try {
            commands.send(Accounts.removing(account, member, here));
        } catch (ServiceRejected e) {
            return Dialogs.again(VIEW, e.problem(), model);
        }
        flash.addFlashAttribute("done", "The " + shown.title() + " account is removed.");
        return Dialogs.leaveFor("/organizations/" + here.slug() + "/members/" + member, request);
    }
}
