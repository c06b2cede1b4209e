package roster.console.page;

import java.util.Optional;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRedirectView;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

import roster.console.service.Problem;

/** How a dialog ends. Each is a page of its own, too, for whoever comes without a script. */
public final class Dialogs {
    private Dialogs() {}

    /** What was sent was refused: the same once more, and why. */
    public static ModelAndView again(String view, Problem problem, Model model) {
        return new ModelAndView(view, model.addAttribute("problem", problem).asMap(), HttpStatus.valueOf(problem.status()));
    }

    /** It is done: a page that shows it. */
    public static View leaveFor(String path, HtmxRequest request) {
        return request.isHtmxRequest() ? new HtmxRedirectView(path) : new RedirectView(path);
    }

    /** It is done: the page from which the dialog was opened, or another if that is not known. */
    public static View leave(String otherwise, HtmxRequest request) {
        return leaveFor(Optional.ofNullable(request.getCurrentUrl()).flatMap(Dialogs::page).orElse(otherwise), request);
    }

    private static Optional<String> page(String url) {
        var uri = UriComponentsBuilder.fromUriString(url).build(true);
        var path = uri.getPath();
        return path == null || !path.startsWith("/organizations/") ? Optional.empty()
                : Optional.of(uri.getQuery() == null ? path : path + "?" + uri.getQuery());
    }
}
