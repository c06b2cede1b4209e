package roster.console.signin;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpMethod;

/**
 * The page to return to after sign-in. Stored in the session, not in a parameter, and limited to our own pages, which prevents open
 * redirects.
 */
public final class ReturnPath {
    private static final String ATTRIBUTE = "returnPath";
    private static final Pattern PAGES = Pattern.compile("/(organizations|invitations|members)([/?].*)?");

    private ReturnPath() {}

    static void remember(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            var query = request.getQueryString();
            remember(request.getSession(), query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        }
    }

    public static void remember(HttpSession session, String path) {
        if (PAGES.matcher(path).matches()) {
            session.setAttribute(ATTRIBUTE, path);
        }
    }

    /** Returns and removes the path. */
    static Optional<String> take(HttpServletRequest request) {
        var session = request.getSession();
        var path = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return path;
    }
}
