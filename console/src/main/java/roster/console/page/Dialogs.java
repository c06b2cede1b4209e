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

import roster.console.service.ServiceProblem;

/** Results of dialogs. Without a script, each dialog is a page of its own. */
public final class Dialogs {
    private Dialogs() {}

    /** Shows the dialog again with the problem. */
    public static ModelAndView again(String view, ServiceProblem problem, Model model) {
        return new ModelAndView(view, model.addAttribute("problem", problem).asMap(), HttpStatus.valueOf(problem.status()));
    }

    /** Closes the dialog and shows a page with the result. */
    public static View leaveFor(String path, HtmxRequest request) {
        return request.isHtmxRequest() ? new HtmxRedirectView(path) : new RedirectView(path);
    }

    /** Closes the dialog and returns to the page from which it was opened, or to another if that is unknown. */
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
