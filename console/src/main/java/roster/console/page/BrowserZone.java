package roster.console.page;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.console.form.GivenParameters;

/** Adds the time zone of the browser, from the cookie that {@code zone.js} sets, to requests whose URL names no zone. */
final class BrowserZone extends OncePerRequestFilter {
    private static final String ZONE = "zone";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var zone = request.getParameter(ZONE) == null ? zone(request) : Optional.<String>empty();
        chain.doFilter(zone.map(it -> with(request, it)).orElse(request), response);
    }

    private static Optional<String> zone(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(it -> it.getName().equals(ZONE)).map(Cookie::getValue)
                .filter(UserZone::isKnown).findFirst();
    }

    private static HttpServletRequest with(HttpServletRequest request, String zone) {
        var parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.put(ZONE, new String[]{zone});
        return new GivenParameters(request, parameters);
    }
}
