package roster.command.http;

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
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Gives every request its {@link RequestTrace}, for logs, problems and events; keeps the body of those that may be repeated. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTraceFilter extends OncePerRequestFilter {
    private static final int LONGEST_BODY = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = RequestTrace.of(request);
        request.setAttribute(RequestTrace.class.getName(), trace);
        response.setHeader(RequestTrace.REQUEST_ID, trace.requestId());
        try (var _ = MDC.putCloseable("traceId", trace.traceId())) {
            chain.doFilter(isRepeatable(request) ? new ContentCachingRequestWrapper(request, LONGEST_BODY) : request, response);
        }
    }

    private static boolean isRepeatable(HttpServletRequest request) {
        return request.getHeader(CommandRequests.IDEMPOTENCY_KEY) != null;
    }
}
