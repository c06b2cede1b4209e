package roster.query.token;

import roster.contract.word.Word;

/** Status of an API token. A revoked token stays revoked after its expiry. */
enum TokenStatus implements Word {
    ACTIVE("revoked_at is null and (expires_at is null or expires_at > clock_timestamp())"),
    EXPIRED("revoked_at is null and expires_at <= clock_timestamp()"),
    REVOKED("revoked_at is not null");

    static final String DEFAULT = "active";

    private final String sql;

    TokenStatus(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
