package roster.query.generation;

/**
 * One complete set of views, in a schema of its own.
 *
 * @param position position of the last event folded into it
 */
public record Generation(int number, long position) {}
