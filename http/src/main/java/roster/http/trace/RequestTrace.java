package roster.http.trace;

import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import roster.tracing.TraceParent;

/**
 * Ids of a request: its own and those of its trace, taken from the caller where it sent valid ones.
 *
 * @param traceparent W3C trace context
 */
public record RequestTrace(String requestId, String correlationId, String traceparent) {
    static final String TRACE_ID = "traceId";
    static final String CORRELATION = "correlationId";
    static final String REQUEST_ID = "X-Request-ID";
    static final String CORRELATION_ID = "X-Correlation-ID";
    private static final Pattern ID = Pattern.compile("[\\x20-\\x7e]{1,128}");

    /** The trace of a request that has passed the filter. */
    public static RequestTrace current(HttpServletRequest request) {
        return (RequestTrace) Objects.requireNonNull(request.getAttribute(RequestTrace.class.getName()));
    }

    /** @param traceparent the trace that the request continues; null, or one that is not valid, for a new one */
    static RequestTrace of(HttpServletRequest request, @Nullable String traceparent) {
        var requestId = usable(request.getHeader(REQUEST_ID), UUID.randomUUID().toString());
        return new RequestTrace(requestId, usable(request.getHeader(CORRELATION_ID), requestId),
                traceparent != null && TraceParent.isValid(traceparent) ? traceparent : newTraceparent());
    }

    private static String usable(@Nullable String sent, String otherwise) {
        return sent != null && ID.matcher(sent).matches() ? sent : otherwise;
    }

    /** The trace id of this thread's request; a new one where the container rejects a request before any filter. */
    public static String currentTraceId() {
        var current = MDC.get(TRACE_ID);
        return current == null ? TraceParent.traceId(newTraceparent()) : current;
    }

    /** Adds an id to the response where the container rejects a request before any filter. */
    public static void addIdTo(HttpServletResponse response) {
        if (!response.containsHeader(REQUEST_ID)) {
            response.setHeader(REQUEST_ID, UUID.randomUUID().toString());
        }
    }

    private static String newTraceparent() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00";
    }

    public String traceId() {
        return TraceParent.traceId(traceparent);
    }
}
