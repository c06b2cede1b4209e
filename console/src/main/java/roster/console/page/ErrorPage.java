package roster.console.page;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /error}: page of an error, in HTML whatever the request accepts, because htmx inserts it into the current page. */
@Controller
class ErrorPage implements ErrorController {
    /**
     * @param status null when the path is requested without an error
     * @param method method of the failed request; that of this one is always GET
     * @return null after a response that has begun, to which nothing must be added
     */
    @RequestMapping("/error")
    @Nullable
    ModelAndView page(@RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer status,
            @RequestAttribute(name = RequestDispatcher.ERROR_METHOD, required = false) @Nullable String method,
            HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        int shown = Objects.requireNonNullElse(status, HttpStatus.NOT_FOUND.value());
        boolean reloadable = method == null || HttpMethod.GET.matches(method);
        return new ModelAndView("error", Map.of("status", shown, "reloadable", reloadable), HttpStatusCode.valueOf(shown));
    }
}
