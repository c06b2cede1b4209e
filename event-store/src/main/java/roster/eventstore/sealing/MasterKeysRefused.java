package roster.eventstore.sealing;

/** The configured master keys are malformed, or are not those that the data keys of members were wrapped with. */
public final class MasterKeysRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String reason;

    MasterKeysRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Describes which key is wrong and why. Contains at most the id of the key. */
    public String reason() {
        return reason;
    }
}
