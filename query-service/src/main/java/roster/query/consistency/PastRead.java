package roster.query.consistency;

/** A {@link ConsistentRead} that a request needs only for a moment of the past: the answer of now does not come from the views. */
public record PastRead(ConsistentRead read) {}
