package roster.eventstore.sealing;

/** The configured master keys are not such, or not those that the keys of members were sealed with. */
public final class MasterKeysRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String reason;

    MasterKeysRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Which key, and why; no more of it than its id. */
    public String reason() {
        return reason;
    }
}
