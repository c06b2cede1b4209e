package roster.contract.kafka;

import java.util.UUID;

/**
 * {@code roster.member-state.v1}: the newest {@link MemberState} of each member, keyed by member id; a tombstone once the membership has ended.
 * Compacted. The sequence of a key never decreases within an epoch, but a state may be repeated: a consumer drops sequences that it has seen.
 */
public final class MemberStateTopic {
    public static final String NAME = "roster.member-state.v1";

    public static final String CONTENT_TYPE = "content-type";
    /** Address of the {@link roster.contract.schema.JsonSchemas JSON Schema} of the value. */
    public static final String DATA_SCHEMA = "dataschema";
    /** Header with the sequence of the member's newest event. Consumers continue with the next one on the topic of events. */
    public static final String SEQUENCE = "sequence";
    public static final String POSITION = "position";
    /** Number of restores of the event store before the record. A record with a greater epoch replaces one with a greater sequence. */
    public static final String EPOCH = "epoch";
    /** Identity of the event store. */
    public static final String STORE = "store";
    public static final String ORGANIZATION = "organization";

    /** Key of the tombstones that are written to every partition periodically, so that Kafka compacts it. */
    public static final UUID NOBODY = new UUID(0, 0);

    private MemberStateTopic() {}
}
