package roster.tracing;

import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C's trace context. */
public final class TraceParent {
    /** Name of the header in HTTP and of records on Kafka. */
    public static final String HEADER = "traceparent";
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    public static boolean isValid(@Nullable String text) {
        return text != null && VALID.matcher(text).matches();
    }

    /** @param valid a valid header */
    public static String traceId(String valid) {
        return valid.substring(3, 35);
    }

    static String of(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + context.getTraceFlags().asHex();
    }

    static Context context(@Nullable String parent) {
        if (parent == null || !isValid(parent)) {
            return Context.root();
        }
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(traceId(parent), parent.substring(36, 52),
                TraceFlags.fromHex(parent, 53), TraceState.getDefault())));
    }
}
