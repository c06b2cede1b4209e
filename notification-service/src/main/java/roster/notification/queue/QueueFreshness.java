package roster.notification.queue;

/**
 * Tells workers whether the queue includes what Kafka held when the process started, or after the last outage. Until then, an old e-mail in the
 * queue may belong to an invitation that has ended.
 */
public interface QueueFreshness {
    boolean isFresh();

    /** To be called after an outage: what Kafka holds from now on has to be read first. */
    void mayBeStale();
}
