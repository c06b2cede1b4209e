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

/**
 * Limits failed authentications of one credential and of one address. Only failures count, and a valid credential is never limited by those of
 * others. A credential that has used up its own failures is rejected without being looked up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class FailureLimit extends OncePerRequestFilter {
    private final Allowance ofCredentials;
    private final Allowance ofAddresses;
    private final LimitReached reached;

    FailureLimit(LimitProperties properties, LimitReached reached) {
        this.ofCredentials = new Allowance(properties.failures(), TimeMeter.SYSTEM_NANOTIME);
        this.ofAddresses = new Allowance(properties.failures(), TimeMeter.SYSTEM_NANOTIME);
        this.reached = reached;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var pause = PresentedCredential.hashOf(request).map(ofCredentials::pause).filter(it -> it.isPositive());
        if (pause.isPresent()) {
            reached.answer(response, LimitReached.FAILURES, pause.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Counts a failed authentication. Returns true when its address has had too many, and the request has been answered with 429. */
    public boolean isReachedBy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PresentedCredential.hashOf(request).ifPresent(ofCredentials::take);
        var pause = ofAddresses.take(request.getRemoteAddr());
        if (pause.isPositive()) {
            reached.answer(response, LimitReached.FAILURES, pause);
        }
        return pause.isPositive();
    }
}
