package roster.command.organization;

/**
 * Queries about other organizations. A result is valid until the transaction of the command ends; otherwise recording its events fails, and the
 * command is decided again.
 */
public interface Organizations {
    boolean isTaken(String slug);
}
