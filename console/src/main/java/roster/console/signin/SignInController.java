package roster.console.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sign-in}: with whom. */
@Controller
class SignInController {
    private final Providers providers;

    SignInController(Providers providers) {
        this.providers = providers;
    }

    @ModelAttribute("providers")
    List<Provider> providers() {
        return providers.offered();
    }

    /** @param failed why the last try was none; anything unknown is as if nothing had been said */
    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String failed, @AuthenticationPrincipal @Nullable SignedIn person, Model model) {
        if (person != null && failed == null) {
            return "redirect:/";
        }
        model.addAttribute("failed", failed);
        return "sign-in";
    }
}
