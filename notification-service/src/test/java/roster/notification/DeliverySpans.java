package roster.notification;

import java.util.List;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import roster.tracing.Tracing;

/** Spans of the events whose records say that their trace is sampled. */
@TestConfiguration(proxyBeanMethods = false)
public class DeliverySpans {
    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    @Bean
    @Primary
    Tracing recordedTracing() {
        return Tracing.with(SdkTracerProvider.builder().setSampler(Sampler.parentBased(Sampler.alwaysOff()))
                .addSpanProcessor(SimpleSpanProcessor.create(SPANS)).build());
    }

    public static List<SpanData> of(String traceId) {
        return SPANS.getFinishedSpanItems().stream().filter(it -> it.getTraceId().equals(traceId)).toList();
    }
}
