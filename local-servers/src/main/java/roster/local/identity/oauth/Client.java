package roster.local.identity.oauth;

/** How an application says which one it is. */
public record Client(String id, String secret) {
    /** The one application that the stand-ins know; its secret is none. */
    public static final Client ROSTER = new Client("roster", "known-to-everybody");
}
