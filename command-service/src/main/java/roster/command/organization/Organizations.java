package roster.command.organization;

/**
 * Answers questions about other organizations. An answer holds until the transaction of the command ends, or else recording the command's
 * events fails and the command is decided again.
 */
public interface Organizations {
    boolean isTaken(String slug);
}
