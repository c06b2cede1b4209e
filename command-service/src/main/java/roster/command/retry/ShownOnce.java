package roster.command.retry;

/** A body with a secret, which only the first answer has. */
public interface ShownOnce {
    /** The body of all further answers. */
    Object repeated();
}
