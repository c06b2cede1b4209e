package roster.command;

import java.util.List;
import java.util.UUID;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

import roster.tracing.Tracing;

/** Spans of the requests that ask for it. All others are handled as without an endpoint. */
public final class RecordedSpans {
    private static final String WANTED = "7e577e57";
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    Tracing tracing() {
        return Tracing
                .with(SdkTracerProvider.builder().setSampler(new Wanted()).addSpanProcessor(SimpleSpanProcessor.create(spans)).build());
    }

    /** Id of a trace whose spans are recorded. */
    public static String newTraceId() {
        return WANTED + UUID.randomUUID().toString().replace("-", "").substring(8);
    }

    public List<SpanData> of(String traceId) {
        return spans.getFinishedSpanItems().stream().filter(it -> it.getTraceId().equals(traceId)).toList();
    }

    private static final class Wanted implements Sampler {
        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return SamplingResult.create(traceId.startsWith(WANTED) ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP);
        }

        @Override
        public String getDescription() {
            return "the traces of tests";
        }
    }
}
