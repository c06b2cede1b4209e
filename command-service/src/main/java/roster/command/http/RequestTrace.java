package roster.command.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import roster.command.store.UuidV7;

/**
 * How a request can be found again: its own id and the trace that it belongs to, from the caller where it sent usable ones.
 *
 * @param traceparent W3C trace context
 */
record RequestTrace(String requestId, String correlationId, String traceparent) {
    static final String REQUEST_ID = "X-Request-ID";
    static final String CORRELATION_ID = "X-Correlation-ID";
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    static RequestTrace of(HttpServletRequest request) {
        var requestId = usable(request.getHeader(REQUEST_ID), ID, UuidV7.next().toString());
        return new RequestTrace(requestId, usable(request.getHeader(CORRELATION_ID), ID, requestId),
                usable(request.getHeader("traceparent"), TRACEPARENT, newTraceparent()));
    }

    private static String usable(@Nullable String sent, Pattern pattern, String otherwise) {
        return sent != null && pattern.matcher(sent).matches() ? sent : otherwise;
    }

    private static String newTraceparent() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00";
    }

    String traceId() {
        return traceparent.substring(3, 35);
    }
}
