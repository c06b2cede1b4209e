package roster.command.bus;

/** A command that creates its aggregate. Rejected with {@link IfMatch}, because there is no version to match. */
public interface Creation extends Command {}
