package roster.console.page;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.signin.SignedIn;

/** What every template may use. */
@ControllerAdvice
class PageModel {
    private final Words words = new Words();

    @ModelAttribute("person")
    @Nullable
    SignedIn person(@AuthenticationPrincipal @Nullable SignedIn person) {
        return person;
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    /** Whether only a part of the page is asked for, to be put into the one that is there. */
    @ModelAttribute("partial")
    boolean partial(HtmxRequest request) {
        return request.isHtmxRequest() && !request.isHistoryRestoreRequest();
    }
}
