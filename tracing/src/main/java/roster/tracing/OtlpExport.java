package roster.tracing;

import java.util.UUID;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Exports spans in batches. Its classes are loaded only with an endpoint. */
final class OtlpExport {
    private OtlpExport() {}

    static Tracing begin(TracingProperties properties, String service) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(properties.endpoint().replaceAll("/$", "") + "/v1/traces").build();
        return Tracing.with(SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), service,
                        AttributeKey.stringKey("service.namespace"), "roster",
                        AttributeKey.stringKey("service.instance.id"), UUID.randomUUID().toString()))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.sampled())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build());
    }
}
