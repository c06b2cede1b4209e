package roster.verify;

/** A file cannot be read, or is not what it should be. */
final class VerificationFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    VerificationFailed(String message) {
        super(message);
    }
}
