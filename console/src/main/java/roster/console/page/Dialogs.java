package roster.console.page;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRedirectView;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import roster.console.service.ServiceProblem;
import roster.console.signin.CurrentPage;

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
        return leaveFor(CurrentPage.at(request.getCurrentUrl()).filter(it -> it.startsWith("/organizations/")).orElse(otherwise), request);
    }
}
