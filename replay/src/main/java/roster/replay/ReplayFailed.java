package roster.replay;

/** Thrown when the members cannot be derived from what was read. The message says why. */
final class ReplayFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayFailed(String message) {
        super(message);
    }
}
