package roster.console.organization;

/** Somebody who does not, or no longer, belong to an organization, if there is one. */
public final class NoMember extends RuntimeException {
    NoMember(String organization) {
        super(organization, null, false, false);
    }
}
