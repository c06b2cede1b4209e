package roster.query.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace id of the request at hand (W3C trace context): the caller's where it sent one, in every line of the log and every problem. */
final class Trace {
    static final String ID = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static String id(@Nullable String traceparent) {
        var sent = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return sent != null && sent.matches() ? sent.group(1) : random();
    }

    static String current() {
        var current = MDC.get(ID);
        return current == null ? random() : current;
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
