package roster.local.identity.oauth;

/** Why a request leads nowhere, in words for whoever reads them. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    public Refused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
