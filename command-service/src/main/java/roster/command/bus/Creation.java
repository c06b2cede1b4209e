package roster.command.bus;

/** A command that brings its aggregate into being: before it there is nothing that could match an {@link IfMatch}. */
public interface Creation extends Command {}
