package roster.local.postgres;

/** Where a database is, and what its roles sign in with. */
public record Database(String name, String jdbcUrl, Passwords passwords) {}
