package roster.command.bus;

/** Keys of a command message's metadata. */
public final class CommandMetadata {
    /** {@link roster.contract.event.EventMetadata} for the events of the command. */
    public static final String EVENT_METADATA = "eventMetadata";
    /** Expected version of the aggregate, a Long, or null. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private CommandMetadata() {}
}
