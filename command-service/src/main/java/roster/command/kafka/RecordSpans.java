package roster.command.kafka;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.clients.producer.ProducerRecord;

import roster.contract.kafka.MemberEventsTopic;
import roster.tracing.Traced;
import roster.tracing.Tracing;

/** Spans of records that are published, from the header {@code traceparent}, which then says that consumers continue from here. */
final class RecordSpans {
    private final Tracing tracing;

    RecordSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    List<Traced> begin(List<? extends ProducerRecord<?, ?>> records) {
        var spans = new ArrayList<Traced>();
        if (tracing.isOn()) {
            records.forEach(it -> begin(it, spans));
        }
        return spans;
    }

    private void begin(ProducerRecord<?, ?> record, List<Traced> spans) {
        var cause = Headers.text(record, MemberEventsTopic.TRACE_CONTEXT);
        if (cause != null) {
            var span = tracing.begin("send " + record.topic(), SpanKind.PRODUCER, cause).tell("messaging.system", "kafka")
                    .tell("messaging.destination.name", record.topic());
            record.headers().remove(MemberEventsTopic.TRACE_CONTEXT);
            Headers.add(record, MemberEventsTopic.TRACE_CONTEXT, span.traceparent());
            spans.add(span);
        }
    }
}
