package roster.http.start;

/** A configuration error that prevents the start. Logged as one line, without a stack trace. */
public final class CannotStart extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }
}
