package roster.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String NOT_SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.with(SdkTracerProvider.builder().setSampler(Sampler.parentBased(Sampler.alwaysOn()))
            .addSpanProcessor(SimpleSpanProcessor.create(spans)).build());

    @Test
    void a_span_continues_the_trace_of_its_parent() {
        var traced = tracing.begin("InviteMember", SpanKind.INTERNAL, SAMPLED);
        traced.close();

        var span = spans.getFinishedSpanItems().getFirst();
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(traced.traceparent()).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-" + span.getSpanId() + "-01");
    }

    @Test
    void what_the_caller_has_not_sampled_is_passed_on_as_it_came() {
        var traced = tracing.begin("InviteMember", SpanKind.INTERNAL, NOT_SAMPLED);
        traced.close();

        assertThat(traced.traceparent()).isEqualTo(NOT_SAMPLED);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
    void without_a_valid_parent_a_trace_begins(@Nullable String parent) {
        tracing.begin("InviteMember", SpanKind.INTERNAL, parent).close();

        assertThat(spans.getFinishedSpanItems().getFirst().getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void without_an_endpoint_there_are_no_spans_and_contexts_are_passed_on() {
        var off = new TracingConfiguration().tracing(new TracingProperties("", 1), "command-service");

        assertThat(off.isOn()).isFalse();
        assertThat(off.begin("InviteMember", SpanKind.INTERNAL, SAMPLED).traceparent()).isEqualTo(SAMPLED);
    }

    @Test
    void spans_are_exported_to_the_endpoint_at_the_latest_when_the_service_ends() throws IOException {
        Map<String, String> received = new ConcurrentHashMap<>();
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            received.put(exchange.getRequestURI().getPath(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            var on = new TracingConfiguration().tracing(
                    new TracingProperties("http://127.0.0.1:" + collector.getAddress().getPort() + "/", 1), "command-service");
            on.begin("InviteMember", SpanKind.INTERNAL, SAMPLED).tell("roster.result", "recorded").close();
            on.close();
        } finally {
            collector.stop(0);
        }

        assertThat(received).containsOnlyKeys("/v1/traces");
        assertThat(received.get("/v1/traces")).contains("InviteMember", "command-service", "roster.result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://collector", "http://", "http://a b"})
    void an_endpoint_that_is_no_url_is_refused_by_name(String endpoint) {
        assertThatThrownBy(() -> new TracingProperties(endpoint, 1)).hasMessageContaining("ROSTER_OTLP_ENDPOINT");
    }

    @Test
    void so_is_a_share_that_is_none() {
        assertThatThrownBy(() -> new TracingProperties("", 1.1)).hasMessageContaining("ROSTER_OTLP_SAMPLED");
    }
}
