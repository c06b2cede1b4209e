package roster.http.trace;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.tracing.Tracing;

/** Assigns every request a {@link RequestTrace}, for logs, problems and events. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTraceFilter extends OncePerRequestFilter {
    private final RequestSpans spans;

    RequestTraceFilter(Tracing tracing) {
        this.spans = new RequestSpans(tracing);
    }

    /** A request that waited for its body continues on another thread. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = isAsyncDispatch(request) ? RequestTrace.current(request) : begin(request, response);
        try (var _ = MDC.putCloseable(RequestTrace.TRACE_ID, trace.traceId());
                var _ = MDC.putCloseable(RequestTrace.CORRELATION, trace.correlationId())) {
            chain.doFilter(request, response);
        } finally {
            spans.end(request, response);
        }
    }

    private RequestTrace begin(HttpServletRequest request, HttpServletResponse response) {
        var trace = RequestTrace.of(request, spans.begin(request));
        request.setAttribute(RequestTrace.class.getName(), trace);
        response.setHeader(RequestTrace.REQUEST_ID, trace.requestId());
        return trace;
    }
}
