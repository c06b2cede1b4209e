package roster.console.invitation;

import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import roster.console.organization.OwnMemberships;
import roster.console.service.ServiceRejected;
import roster.console.signin.Providers;
import roster.console.signin.ReturnPath;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;

/** {@code /invitations}: landing page of invitation links. Opening a link changes nothing. */
@Controller
@RequestMapping("/invitations")
class LandingController {
    private static final String PATH = "/invitations";

    private final InvitationClient links;
    private final OwnMemberships memberships;
    private final Providers providers;

    LandingController(InvitationClient links, OwnMemberships memberships, Providers providers) {
        this.links = links;
        this.memberships = memberships;
        this.providers = providers;
    }

    @ModelAttribute("providers")
    List<Provider> providers() {
        return providers.offered();
    }

    /** The token is in the URL fragment, which browsers do not send; a script posts it to {@code /lookup}. */
    @GetMapping
    ModelAndView page(@AuthenticationPrincipal @Nullable SignedIn person, HttpSession session) {
        return shown(HeldLink.in(session).map(token -> links.look(token, person)).orElseGet(Landing::noLink), session);
    }

    @PostMapping("/lookup")
    String lookup(@RequestParam String token, HttpSession session) {
        HeldLink.hold(session, tokenOf(token));
        return "redirect:" + PATH;
    }

    @PostMapping("/accept")
    Object accept(@RequestParam String token, HttpSession session, RedirectAttributes flash,
            @AuthenticationPrincipal @Nullable SignedIn person) {
        try {
            var organization = links.accept(token);
            HeldLink.release(session);
            flash.addFlashAttribute("done", "Welcome! You are a member now.");
            return "redirect:/organizations/" + memberships.slugOf(organization) + "/members";
        } catch (ServiceRejected _) {
            return shown(links.look(token, person), session);
        }
    }

    @PostMapping("/decline")
    ModelAndView decline(@RequestParam String token, HttpSession session) {
        return shown(links.decline(token), session);
    }

    @PostMapping("/ask-again")
    ModelAndView askAgain(@RequestParam String token, HttpSession session) {
        return shown(links.askAgain(token), session);
    }

    /** The token from the text, which may be a complete link. */
    private static String tokenOf(String text) {
        return text.substring(text.indexOf('#') + 1).strip();
    }

    private static ModelAndView shown(Landing landing, HttpSession session) {
        switch (landing.state()) {
            case SIGN_IN, WRONG_ACCOUNT, UNVERIFIED, READY, REFUSED -> ReturnPath.remember(session, PATH);
            case NO_LINK, EXPIRED -> {
            }
            case UNKNOWN, ENDED, ASKED_AGAIN, DECLINED -> HeldLink.release(session);
        }
        return new ModelAndView("invitation/landing", "landing", landing);
    }
}
