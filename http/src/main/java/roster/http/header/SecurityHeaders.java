package roster.http.header;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

/** Adds headers to every response, so that browsers and caches do not store, frame, execute or reinterpret it. */
public final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private SecurityHeaders() {}

    /** Adds the headers that are not set yet: a page for browsers sets a policy of its own. */
    public static void addTo(HttpServletResponse response) {
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
