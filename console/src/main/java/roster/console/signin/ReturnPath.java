package roster.console.signin;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * The page to return to after sign-in. Stored in the session, not in a parameter, and limited to our own pages, which prevents open
 * redirects.
 */
public final class ReturnPath {
    private static final String ATTRIBUTE = "returnPath";
    private static final Pattern PAGES = Pattern.compile("/(organizations|invitations|members)([/?].*)?");

    private ReturnPath() {}

    /** Remembers the requested page, or the current page when only a part of it is requested. */
    static void remember(HttpServletRequest request) {
        CurrentPage.after(request).ifPresent(it -> remember(request.getSession(), it));
    }

    public static void remember(HttpSession session, String path) {
        if (isPage(path)) {
            session.setAttribute(ATTRIBUTE, path);
        }
    }

    static boolean isPage(String path) {
        return PAGES.matcher(path).matches();
    }

    /** Returns and removes the path. */
    static Optional<String> take(HttpServletRequest request) {
        var session = request.getSession();
        var path = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return path;
    }
}
