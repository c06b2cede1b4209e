package roster.query.log;

/** The log no longer continues what was signed before: its tables were changed, or restored from a backup without a new epoch. */
final class LogForked extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogForked(String message) {
        super(message);
    }
}
