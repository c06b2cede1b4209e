package roster.command.bus;

/** Keys of a command message's metadata. */
public final class CommandMetadata {
    /** {@link roster.contract.event.EventMetadata} for the events of the command. */
    public static final String EVENT_METADATA = "eventMetadata";
    /** {@link IfMatch}, or null for no condition. */
    public static final String IF_MATCH = "ifMatch";

    private CommandMetadata() {}
}
