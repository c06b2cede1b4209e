package roster.local.identity;

/** Why a request leads nowhere, in words for whoever reads them. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    Refused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
