package roster.command.publisher;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import roster.command.kafka.Headers;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.schema.JsonSchemas;
import roster.contract.stored.EventJson;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;

/** Converts events to Kafka records: CloudEvents 1.0, binary mode. Records do not contain the client's IP address. */
record CloudEvents(Epochs epochs, JsonSchemas schemas) implements PublishedSource.Publication {
    @Override
    public List<ProducerRecord<String, String>> records(List<RecordedEvent> events, long upTo) {
        return events.stream().map(this::producerRecord).toList();
    }

    private ProducerRecord<String, String> producerRecord(RecordedEvent recorded) {
        var metadata = recorded.metadata();
        var record = new ProducerRecord<>(MemberEventsTopic.NAME, recorded.aggregateId().toString(), EventJson.write(recorded.event()));
        Headers.add(record, MemberEventsTopic.SPEC_VERSION, "1.0");
        Headers.add(record, MemberEventsTopic.CONTENT_TYPE, "application/json");
        Headers.add(record, MemberEventsTopic.ID, recorded.eventId());
        Headers.add(record, MemberEventsTopic.SOURCE, "/organizations/" + recorded.organizationId());
        Headers.add(record, MemberEventsTopic.TYPE, MemberEventsTopic.cloudEventType(recorded.type()));
        Headers.add(record, MemberEventsTopic.SUBJECT, recorded.aggregateId());
        Headers.add(record, MemberEventsTopic.TIME, recorded.recordedAt());
        Headers.add(record, MemberEventsTopic.DATA_SCHEMA, schemas.of(recorded.type()));
        Headers.add(record, MemberEventsTopic.SEQUENCE, recorded.sequence());
        Headers.add(record, MemberEventsTopic.POSITION, recorded.position());
        Headers.add(record, MemberEventsTopic.EPOCH, Epochs.of(recorded.position()));
        Headers.add(record, MemberEventsTopic.STORE, epochs.storeId());
        Headers.add(record, MemberEventsTopic.REVISION, recorded.type().revision());
        Headers.add(record, MemberEventsTopic.ORGANIZATION, recorded.organizationId());
        Headers.add(record, MemberEventsTopic.ACTOR, metadata.actor().kind().value() + ":" + metadata.actor().id());
        Headers.add(record, MemberEventsTopic.ON_BEHALF_OF, metadata.onBehalfOf());
        Headers.add(record, MemberEventsTopic.REASON, metadata.reason());
        Headers.add(record, MemberEventsTopic.CORRELATION_ID, metadata.correlationId());
        Headers.add(record, MemberEventsTopic.CAUSATION_ID, metadata.causationId());
        Headers.add(record, MemberEventsTopic.TRACE_PARENT, metadata.traceparent());
        Headers.add(record, MemberEventsTopic.TRACE_CONTEXT, metadata.traceparent());
        return record;
    }
}
