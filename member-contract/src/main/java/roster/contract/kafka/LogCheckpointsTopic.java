package roster.contract.kafka;

/**
 * {@code roster.log-checkpoints.v1}: every checkpoint of the signed log as it was signed, keyed by the origin of the log. One partition, in the
 * order of sizes, at least once. Nothing is deleted.
 */
public final class LogCheckpointsTopic {
    public static final String NAME = "roster.log-checkpoints.v1";
    /** One, so that all checkpoints are in order. */
    public static final int PARTITIONS = 1;

    public static final String CONTENT_TYPE = "content-type";
    /** Number of entries of the root log. */
    public static final String SIZE = "size";
    /** Position in the event store up to which the log has all events. */
    public static final String POSITION = "position";
    /** When it was signed. */
    public static final String SIGNED_AT = "signedat";
    /** Number of restores of the event store before it was signed. */
    public static final String EPOCH = "epoch";
    /** Identity of the event store. */
    public static final String STORE = "store";

    private LogCheckpointsTopic() {}
}
