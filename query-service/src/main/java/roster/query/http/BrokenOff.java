package roster.query.http;

/** A file or stream that cannot be continued. Never answered: the connection is aborted, so that a file is not taken as complete. */
public final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenOff(Exception cause) {
        super("a response was broken off", cause);
    }
}
