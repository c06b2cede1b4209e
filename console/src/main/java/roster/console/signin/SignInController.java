package roster.console.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;

/** {@code /sign-in}: page to choose a provider. */
@Controller
class SignInController {
    /** A sign-in that another one in the same browser has completed or replaced, or a callback that was opened a second time. */
    static final String SUPERSEDED = "superseded";

    private final Providers providers;

    SignInController(Providers providers) {
        this.providers = providers;
    }

    @ModelAttribute("providers")
    List<Provider> providers() {
        return providers.offered();
    }

    /** @param failed reason of the last failure; unknown values are ignored */
    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String failed, @AuthenticationPrincipal @Nullable SignedIn person,
            HttpServletRequest request,
            Model model) {
        if (person != null && (failed == null || failed.equals(SUPERSEDED))) {
            return "redirect:" + ReturnPath.take(request).orElse("/");
        }
        model.addAttribute("failed", failed);
        return "sign-in";
    }
}
