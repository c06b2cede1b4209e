package roster.console.page;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import roster.console.signin.account.SignedIn;

/** Attributes for all templates. Set on the request, because error pages do not have the model of the page. */
final class PageAttributes implements HandlerInterceptor {
    private static final Pattern SECTION = Pattern.compile("^/organizations/[^/]+/([a-z-]+)");

    /** Header of requests for a part of a page. */
    private static final String HTMX = "HX-Request";

    private final PageWords words = new PageWords();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            response.addHeader("Vary", HTMX);
        }
        request.setAttribute("words", words);
        request.setAttribute("section", section(request));
        request.setAttribute("frame", frame(request));
        request.setAttribute("reloadable", HttpMethod.GET.matches(request.getMethod()));
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            request.setAttribute("person", person);
        }
        return true;
    }

    /** The section of an organization's pages, from the path. */
    private static String section(HttpServletRequest request) {
        var matcher = SECTION.matcher(request.getRequestURI());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Template around the content: the layout, or none when it is inserted into the current page. */
    private static String frame(HttpServletRequest request) {
        return request.getHeader(HTMX) != null && request.getHeader("HX-History-Restore-Request") == null ? "dialog" : "layout";
    }
}
