package roster.query.events;

/** A file that cannot be written to its end. Never answered: the connection is aborted, so that the file is not taken as complete. */
final class ExportBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExportBroken(RuntimeException cause) {
        super("an export was broken off", cause);
    }
}
