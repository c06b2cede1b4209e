package roster.http.body;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Wraps every request in an {@link ArrivingBody}, and closes the connection of a request that is answered before its body has arrived:
 * without waiting for the body, and without a reset before the sender has read the response.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyFilter extends OncePerRequestFilter {
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final long longest;

    BodyFilter(BodyProperties properties) {
        this.longest = properties.longest().toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ArrivingBody.isIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = new ArrivingBody(request, longest);
        body.readWhatIsHere();
        if (!body.hasArrived()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(body, response);
        if (!body.hasArrived() && !request.isAsyncStarted() && Arrival.isWorthReading(body)) {
            discard(body, request, response);
        }
    }

    private static void discard(ArrivingBody body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.flushBuffer();
        if (response.isCommitted()) {
            var parting = request.startAsync();
            Arrival.await(body, parting, PARTING, parting::complete, () -> {});
        }
    }
}
