package roster.command.publisher;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import roster.contract.event.EventJson;
import roster.contract.event.RecordedEvent;
import roster.contract.kafka.MemberEventsTopic;

/** An event as a Kafka record: CloudEvents 1.0, binary mode. The client's address stays inside. */
final class CloudEvents {
    private CloudEvents() {}

    static ProducerRecord<String, String> producerRecord(RecordedEvent recorded) {
        var metadata = recorded.metadata();
        var record = new ProducerRecord<>(MemberEventsTopic.NAME, recorded.aggregateId().toString(), EventJson.write(recorded.event()));
        header(record, MemberEventsTopic.SPEC_VERSION, "1.0");
        header(record, MemberEventsTopic.CONTENT_TYPE, "application/json");
        header(record, MemberEventsTopic.ID, recorded.eventId());
        header(record, MemberEventsTopic.SOURCE, "/organizations/" + recorded.organizationId());
        header(record, MemberEventsTopic.TYPE, MemberEventsTopic.cloudEventType(recorded.type()));
        header(record, MemberEventsTopic.SUBJECT, recorded.aggregateId());
        header(record, MemberEventsTopic.TIME, recorded.recordedAt());
        header(record, MemberEventsTopic.DATA_SCHEMA, MemberEventsTopic.dataSchema(recorded.type()));
        header(record, MemberEventsTopic.SEQUENCE, recorded.sequence());
        header(record, MemberEventsTopic.POSITION, recorded.position());
        header(record, MemberEventsTopic.REVISION, recorded.type().revision());
        header(record, MemberEventsTopic.ORGANIZATION, recorded.organizationId());
        header(record, MemberEventsTopic.ACTOR, metadata.actor().kind().value() + ":" + metadata.actor().id());
        header(record, MemberEventsTopic.ON_BEHALF_OF, metadata.onBehalfOf());
        header(record, MemberEventsTopic.REASON, metadata.reason());
        header(record, MemberEventsTopic.CORRELATION_ID, metadata.correlationId());
        header(record, MemberEventsTopic.CAUSATION_ID, metadata.causationId());
        header(record, MemberEventsTopic.TRACE_PARENT, metadata.traceparent());
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
