package roster.settings;

/** The reason, for the operator, why a secret cannot be read from its file. Does not contain the secret. */
public final class UnusableSecret extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnusableSecret(String message) {
        super(message);
    }
}
