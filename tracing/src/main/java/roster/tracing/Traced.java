package roster.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** Work that is a span, if it is sampled. Ends when it is closed. */
public final class Traced implements AutoCloseable {
    private final @Nullable Span span;
    private final @Nullable String parent;

    Traced(@Nullable Span span, @Nullable String parent) {
        this.span = span;
        this.parent = parent;
    }

    /** What this causes continues from here: the context of the span, or of its parent when the span is not sampled. */
    public @Nullable String traceparent() {
        return span != null && span.getSpanContext().isSampled() ? TraceParent.of(span.getSpanContext()) : parent;
    }

    public Traced named(String name) {
        if (span != null) {
            span.updateName(name);
        }
        return this;
    }

    public Traced tell(String attribute, String value) {
        if (span != null) {
            span.setAttribute(attribute, value);
        }
        return this;
    }

    public Traced tell(String attribute, long value) {
        if (span != null) {
            span.setAttribute(attribute, value);
        }
        return this;
    }

    /** @param reason without personal data */
    public Traced failed(String reason) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, reason);
        }
        return this;
    }

    @Override
    public void close() {
        if (span != null) {
            span.end();
        }
    }
}
