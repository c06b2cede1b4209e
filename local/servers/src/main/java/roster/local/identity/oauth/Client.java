package roster.local.identity.oauth;

/** Credentials of an application. */
public record Client(String id, String secret) {
    /** The only application that the stand-ins know. Its secret is public. */
    public static final Client ROSTER = new Client("roster", "known-to-everybody");
}
