package roster.local.identity;

/** How an application says which one it is. */
public record Client(String id, String secret) {}
