package roster.eventstore.sealing;

/** The configured master keys are not those that the keys of members were sealed with; the message says which, and no more. */
public final class MasterKeysRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MasterKeysRefused(String message) {
        super(message);
    }
}
