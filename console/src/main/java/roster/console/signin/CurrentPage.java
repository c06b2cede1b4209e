package roster.console.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Path and query of the page in the browser, into which htmx inserts what it requests. */
public final class CurrentPage {
    private static final String SEARCH_RESULTS = "results";

    private CurrentPage() {}

    /** True when htmx sends the request. No other site can send its header without the permission of this one. */
    static boolean isOf(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** @param url value of {@code HX-Current-URL} */
    public static Optional<String> at(@Nullable String url) {
        try {
            return url == null ? Optional.empty() : Optional.of(new URI(url)).map(it -> path(it.getRawPath(), it.getRawQuery()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** The page that is shown after the request. A search has its own URL, a dialog that of the page under it. */
    static Optional<String> after(HttpServletRequest request) {
        boolean whole = !isOf(request) || SEARCH_RESULTS.equals(request.getHeader("HX-Target"));
        if (whole) {
            return HttpMethod.GET.matches(request.getMethod()) ? Optional.of(path(request.getRequestURI(), request.getQueryString()))
                    : Optional.empty();
        }
        return at(request.getHeader("HX-Current-URL"));
    }

    private static String path(@Nullable String path, @Nullable String query) {
        return query == null ? String.valueOf(path) : path + "?" + query;
    }
}
