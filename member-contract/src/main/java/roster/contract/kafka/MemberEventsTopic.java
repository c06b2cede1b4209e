package roster.contract.kafka;

import java.time.Duration;

import roster.contract.stored.EventType;

/**
 * {@code roster.member-events.v1}: all events as CloudEvents 1.0 in binary mode, keyed by aggregate id, in order within a key, at least once.
 * A consumer drops a record whose sequence it has seen in its epoch, applies the next one, and stops at a gap.
 */
public final class MemberEventsTopic {
    public static final String NAME = "roster.member-events.v1";
    /** Topic for records that notification-service cannot read. */
    public static final String DEAD_LETTERS = NAME + ".dlt";
    /** Dead letters contain personal data, so they have the retention of events. */
    public static final Duration DEAD_LETTERS_RETENTION = Duration.ofDays(14);
    /** Time span of one segment. Kafka deletes only whole segments. */
    public static final Duration SEGMENT = Duration.ofDays(1);

    public static final String CONTENT_TYPE = "content-type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    /** Address of the {@link roster.contract.schema.JsonSchemas JSON Schema} of the data. */
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String SEQUENCE = "ce_sequence";
    public static final String POSITION = "ce_position";
    /** Number of restores of the event store before the event. Later events of a key with a greater epoch replace those of the time that was lost. */
    public static final String EPOCH = "ce_epoch";
    /** Identity of the event store. */
    public static final String STORE = "ce_store";
    public static final String REVISION = "ce_revision";
    public static final String ORGANIZATION = "ce_organization";
    public static final String ACTOR = "ce_actor";
    public static final String ON_BEHALF_OF = "ce_onbehalfof";
    public static final String REASON = "ce_reason";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    /** The trace of the command, the same in every copy. */
    public static final String TRACE_PARENT = "ce_traceparent";
    /** The trace that consumers continue. */
    public static final String TRACE_CONTEXT = "traceparent";

    private static final String TYPE_PREFIX = "roster.";

    private MemberEventsTopic() {}

    /** {@code roster.member.invited} for {@code member.invited}. */
    public static String cloudEventType(EventType type) {
        return TYPE_PREFIX + type.storedName();
    }

    /** @throws IllegalArgumentException for an unknown type */
    public static EventType eventType(String cloudEventType) {
        if (!cloudEventType.startsWith(TYPE_PREFIX)) {
            throw new IllegalArgumentException("not an event of Roster: " + cloudEventType);
        }
        return EventType.named(cloudEventType.substring(TYPE_PREFIX.length()));
    }
}
