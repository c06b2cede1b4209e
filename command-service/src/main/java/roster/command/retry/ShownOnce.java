package roster.command.retry;

/** A body with a secret that only the first answer contains. */
public interface ShownOnce {
    /** The body of repeated answers. */
    Object repeated();
}
