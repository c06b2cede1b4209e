package roster.contract.kafka;

import java.util.UUID;

/**
 * {@code roster.member-state.v1}: the newest {@link MemberState} of each member, keyed by the member's id, and no value once the
 * membership has ended. Compacted. The sequence of a key never goes back, though a state may be told again: a consumer drops what it has
 * seen.
 */
public final class MemberStateTopic {
    public static final String NAME = "roster.member-state.v1";
    /** The JSON Schema of the value, on the class path below {@code /schema}. */
    public static final String SCHEMA = "urn:roster:schema:member-state.v1";

    public static final String CONTENT_TYPE = "content-type";
    public static final String DATA_SCHEMA = "dataschema";
    /** Of the member's newest event. From the next one on, the topic of events goes on. */
    public static final String SEQUENCE = "sequence";
    public static final String POSITION = "position";
    public static final String ORGANIZATION = "organization";

    /** A key without a value under which something is written into every partition now and then, so that Kafka compacts it. */
    public static final UUID NOBODY = new UUID(0, 0);

    private MemberStateTopic() {}
}
