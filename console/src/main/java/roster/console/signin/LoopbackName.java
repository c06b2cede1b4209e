package roster.console.signin;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.console.ConsoleProperties;

/**
 * Redirects a browser that opened the console by another name of the loopback interface, such as {@code localhost}, to the configured URL. The
 * session cookie belongs to one host, so a sign-in that begins at another one cannot be completed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class LoopbackName extends OncePerRequestFilter {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ConsoleProperties console;

    LoopbackName(ConsoleProperties console) {
        this.console = console;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.GET.matches(request.getMethod()) && isOtherName(request.getServerName())) {
            var query = request.getQueryString();
            response.sendRedirect(console.url() + request.getRequestURI() + (query == null ? "" : "?" + query));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOtherName(String name) {
        var configured = console.url().getHost();
        return NAMES.contains(name) && NAMES.contains(configured) && !name.equals(configured);
    }
}
