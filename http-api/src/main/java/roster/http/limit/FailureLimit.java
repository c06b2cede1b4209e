package roster.http.limit;

import java.io.IOException;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits guessing: after too many failed authentications, all tokens from that address are rejected for a while. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class FailureLimit extends OncePerRequestFilter {
    private final Allowance failures;
    private final LimitReached reached;

    FailureLimit(LimitProperties properties, LimitReached reached) {
        this.failures = new Allowance(properties.failures(), TimeMeter.SYSTEM_NANOTIME);
        this.reached = reached;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        var pause = failures.pause(address);
        if (pause.isPositive()) {
            reached.answer(response, "failures", pause);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            failures.take(address);
        }
    }
}
