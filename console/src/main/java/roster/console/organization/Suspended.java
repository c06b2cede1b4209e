package roster.console.organization;

/** The user's membership is suspended. */
public final class Suspended extends RuntimeException {
    private final transient Membership membership;

    Suspended(Membership membership) {
        super(membership.slug(), null, false, false);
        this.membership = membership;
    }

    public Membership membership() {
        return membership;
    }
}
