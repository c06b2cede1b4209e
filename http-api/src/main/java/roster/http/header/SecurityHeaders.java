package roster.http.header;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

/** Tells browsers and caches what every answer is: data for whoever asked, not to be kept, framed, run or taken for something else. */
public final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private SecurityHeaders() {}

    /** What the answer says already stands: a page that is meant for browsers sets a policy of its own. */
    public static void addTo(HttpServletResponse response) {
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
