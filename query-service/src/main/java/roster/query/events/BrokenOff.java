package roster.query.events;

/** A file or stream that cannot be continued. Never answered: the connection is aborted, so that a file is not taken as complete. */
final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenOff(RuntimeException cause) {
        super("a response was broken off", cause);
    }
}
