package roster.query.generation;

/**
 * One complete set of views, in a schema of its own.
 *
 * @param position every event up to here is folded into it, and none beyond
 */
public record Generation(int number, long position) {}
