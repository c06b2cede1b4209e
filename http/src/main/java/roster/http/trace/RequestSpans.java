package roster.http.trace;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

import roster.tracing.TraceParent;
import roster.tracing.Traced;
import roster.tracing.Tracing;

/** The span of each request, named after its route: paths contain ids. */
final class RequestSpans {
    private static final String SPAN = Traced.class.getName();

    private final Tracing tracing;

    RequestSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** The context of the span, or that of the caller. */
    @Nullable
    String begin(HttpServletRequest request) {
        var sent = request.getHeader(TraceParent.HEADER);
        if (!tracing.isOn()) {
            return sent;
        }
        var span = tracing.begin(request.getMethod(), SpanKind.SERVER, sent).tell("http.request.method", request.getMethod());
        request.setAttribute(SPAN, span);
        return span.traceparent();
    }

    /** Ends the span, unless the request continues on another thread. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(SPAN) instanceof Traced span && !request.isAsyncStarted()) {
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
                span.named(request.getMethod() + " " + route).tell("http.route", route);
            }
            span.tell("http.response.status_code", response.getStatus());
            if (response.getStatus() >= 500) {
                span.failed(String.valueOf(response.getStatus()));
            }
            span.close();
        }
    }
}
