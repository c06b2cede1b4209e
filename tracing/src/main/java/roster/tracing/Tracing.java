package roster.tracing;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;

/** Makes the spans of this service; none when there is no endpoint to which they are exported. */
public final class Tracing implements AutoCloseable {
    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    private Tracing(@Nullable SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("roster");
    }

    /** Makes no spans. */
    public static Tracing off() {
        return new Tracing(null);
    }

    public static Tracing with(SdkTracerProvider provider) {
        return new Tracing(provider);
    }

    public boolean isOn() {
        return tracer != null;
    }

    /**
     * Begins a span.
     *
     * @param parent {@code traceparent} of what causes it; null, or one that is not valid, when it begins a trace
     */
    public Traced begin(String name, SpanKind kind, @Nullable String parent) {
        if (tracer == null) {
            return new Traced(null, parent);
        }
        return new Traced(tracer.spanBuilder(name).setSpanKind(kind).setParent(TraceParent.context(parent)).startSpan(), parent);
    }

    /** Exports what has not been exported. */
    @Override
    public void close() {
        if (provider != null) {
            var _ = provider.shutdown().join(5, TimeUnit.SECONDS);
        }
    }
}
