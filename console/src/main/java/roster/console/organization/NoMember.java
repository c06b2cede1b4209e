package roster.console.organization;

/** The user is not a member of the organization, or it does not exist. */
public final class NoMember extends RuntimeException {
    NoMember(String organization) {
        super(organization, null, false, false);
    }
}
