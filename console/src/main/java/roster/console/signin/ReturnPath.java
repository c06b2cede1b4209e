package roster.console.signin;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;

/**
 * Where somebody wanted to go before they had to sign in. It is remembered in the session, never told by a parameter, and only our
 * own pages are: nobody can be sent elsewhere by it.
 */
public final class ReturnPath {
    private static final String ATTRIBUTE = "returnPath";
    private static final Set<String> PAGES = Set.of("/organizations", "/invitations");

    private ReturnPath() {}

    public static void remember(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (HttpMethod.GET.matches(request.getMethod()) && PAGES.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"))) {
            var query = request.getQueryString();
            request.getSession().setAttribute(ATTRIBUTE, query == null ? path : path + "?" + query);
        }
    }

    /** Once. */
    static Optional<String> take(HttpServletRequest request) {
        var session = request.getSession();
        var path = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return path;
    }
}
