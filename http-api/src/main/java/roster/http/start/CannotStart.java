package roster.http.start;

/** What must be put right before the service can start. The message says it all: it is told in one line, without a stack trace. */
public final class CannotStart extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }
}
