package roster.local.postgres;

/** Connection data of a database: name, URL and passwords of its roles. */
public record Database(String name, String jdbcUrl, Passwords passwords) {}
