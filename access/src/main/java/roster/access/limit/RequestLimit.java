package roster.access.limit;

import java.io.IOException;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the requests of each caller; callers without a token are told apart by address. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class RequestLimit extends OncePerRequestFilter {
    private final Allowance requests;
    private final LimitReached reached;

    RequestLimit(LimitProperties properties, LimitReached reached) {
        this.requests = new Allowance(properties.requests(), TimeMeter.SYSTEM_NANOTIME);
        this.reached = reached;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var pause = requests.take(caller(request));
        if (pause.isPositive()) {
            reached.answer(response, LimitReached.REQUESTS, pause);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String caller(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? "address " + request.getRemoteAddr() : principal.getName();
    }
}
