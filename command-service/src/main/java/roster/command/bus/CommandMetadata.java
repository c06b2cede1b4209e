package roster.command.bus;

/** What travels with a command message. */
public final class CommandMetadata {
    /** {@link roster.contract.event.EventMetadata}, passed on to the events. */
    public static final String EVENT_METADATA = "eventMetadata";
    /** The version that the caller wants to change, a Long, or null. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private CommandMetadata() {}
}
