package roster.http.body;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Passes a request on when its body has arrived. Until then the request waits without a thread. A late body is answered with 408, a body that
 * is too long with 413. Bodies of callers without a credential have a limit of their own. An application registers this filter after all
 * filters that need no body.
 */
@Component
public final class BodyAwaitingFilter extends OncePerRequestFilter {
    private static final String RESUMED = ResumedRequest.class.getName();

    private final Duration deadline;
    private final BodyRefusal refusal;
    private final Semaphore strangers;

    BodyAwaitingFilter(BodyProperties properties, BodyRefusal refusal) {
        this.deadline = properties.deadline();
        this.refusal = refusal;
        this.strangers = new Semaphore(properties.unfinished());
    }

    /** True when the request has a body that has not arrived completely, is not too long, and is not late. */
    public static boolean isArriving(HttpServletRequest request) {
        var body = ArrivingBody.of(request);
        return body != null && !body.hasArrived() && request.getDispatcherType() != DispatcherType.ASYNC;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = ArrivingBody.of(request);
        if (body == null) {
            chain.doFilter(request, response);
        } else if (body.hasArrived()) {
            response.setHeader(HttpHeaders.CONNECTION, null);
            chain.doFilter(request.getAttribute(RESUMED) == null ? resumed(request) : request, response);
        } else if (request.getDispatcherType() == DispatcherType.ASYNC) {
            refusal.write(body.isTooLong() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.REQUEST_TIMEOUT, response);
        } else {
            await(body, request, response);
        }
    }

    private static HttpServletRequest resumed(HttpServletRequest request) {
        request.setAttribute(RESUMED, true);
        return new ResumedRequest(request);
    }

    private void await(ArrivingBody body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean stranger = request.getUserPrincipal() == null;
        if (!Arrival.isWorthReading(body)) {
            refusal.write(HttpStatus.CONTENT_TOO_LARGE, response);
        } else if (stranger && !strangers.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refusal.write(HttpStatus.SERVICE_UNAVAILABLE, response);
        } else {
            var awaited = request.startAsync(request, response);
            Arrival.await(body, awaited, deadline, awaited::dispatch, stranger ? strangers::release : () -> {});
        }
    }
}
