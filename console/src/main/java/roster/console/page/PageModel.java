package roster.console.page;

import java.util.regex.Pattern;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.signin.SignedIn;

/** What every template may use. */
@ControllerAdvice
class PageModel {
    private static final Pattern SECTION = Pattern.compile("^/organizations/[^/]+/([a-z-]+)");

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

    /** The part of an organization's pages, by its place in the path. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        var matcher = SECTION.matcher(request.getRequestURI());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** What is around the content: the layout, or nothing when it is to be put into the page that is there. */
    @ModelAttribute("frame")
    String frame(HtmxRequest request) {
        return request.isHtmxRequest() && !request.isHistoryRestoreRequest() ? "dialog" : "layout";
    }
}
