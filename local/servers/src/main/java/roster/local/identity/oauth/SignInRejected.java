package roster.local.identity.oauth;

/** A rejected request, with a message for the user. */
public final class SignInRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    public SignInRejected(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
