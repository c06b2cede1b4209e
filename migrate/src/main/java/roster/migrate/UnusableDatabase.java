package roster.migrate;

/** The reason, for the operator, why a program cannot use its database. */
public final class UnusableDatabase extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnusableDatabase(String message) {
        super(message);
    }

    UnusableDatabase(String message, Exception cause) {
        super(message, cause);
    }
}
