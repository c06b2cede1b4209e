package roster.query.feed;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.EventJson;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;
import roster.query.event.EventRow;
import roster.query.history.ActingMember;
import roster.query.history.Who;

/**
 * An event of the feed: a CloudEvent with the attributes and the data that the same event has on Kafka.
 *
 * @param specversion version of CloudEvents
 * @param id          id of the event, the same on Kafka
 * @param source      the organization, as a path
 * @param type        type of the event
 * @param subject     id of the aggregate
 * @param time        time at which it was recorded
 * @param dataschema  address of the JSON Schema of the data
 * @param sequence    place among the events of the aggregate: 0, 1, 2 …
 * @param position    place among all events; grows, with gaps
 * @param epoch       number of restores of the event store before the event
 * @param store       identity of the event store
 * @param revision    revision of the event's data
 * @param data        the event as its schema describes it; personal data of erased members is absent
 * @param audit       absent without {@code audit.read}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedEvent(String specversion, UUID id, String source, String type, UUID subject, Instant time, String datacontenttype,
        String dataschema, String sequence, String position, int epoch, UUID store, int revision, UUID organization,
        @JsonRawValue String data, @Nullable Audit audit) {
    /**
     * Author, reason and changes of an event.
     *
     * @param member member whom the event is about, or who owns the token that it is about, with the name after the event; null for none
     * @param tokenName name of the API token that the event is about; null for other events
     * @param reason null where none was given
     * @param before the member's changed fields before the event; null for the first event of a member, and for events of other aggregates
     * @param after  the same fields after the event
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Audit(Who actor, @Nullable ActingMember onBehalfOf, @Nullable ActingMember member, @Nullable String tokenName,
            @Nullable String reason, @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after, @Nullable String correlationId, @Nullable String causationId) {}

    static FeedEvent of(EventRow row, RecordedEvent recorded, UUID store, String schema, @Nullable Audit audit) {
        return new FeedEvent("1.0", row.eventId(), "/organizations/" + row.organizationId(),
                MemberEventsTopic.cloudEventType(recorded.type()), row.aggregateId(), row.recordedAt(), "application/json",
                schema, Long.toString(row.sequence()), Long.toString(row.position()),
                Epochs.of(row.position()), store, recorded.type().revision(), row.organizationId(), EventJson.write(recorded.event()),
                audit);
    }

    public FeedEvent withoutAudit() {
        return new FeedEvent(specversion, id, source, type, subject, time, datacontenttype, dataschema, sequence, position, epoch, store,
                revision, organization, data, null);
    }
}
