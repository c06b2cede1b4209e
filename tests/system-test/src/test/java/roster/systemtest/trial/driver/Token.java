package roster.systemtest.trial.driver;

/** What a client knows of an API token. */
final class Token {
    final String id;
    boolean revoked;

    Token(String id) {
        this.id = id;
    }
}
