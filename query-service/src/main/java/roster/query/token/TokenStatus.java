package roster.query.token;

import roster.contract.word.Word;

/** Status of an API token. A revoked token stays revoked after its expiry. */
enum TokenStatus implements Word {
    ACTIVE("revoked_at is null and (expires_at is null or expires_at > %s)"),
    EXPIRED("revoked_at is null and expires_at <= %s"),
    REVOKED("revoked_at is not null");

    static final String DEFAULT = "active";

    private final String sql;

    TokenStatus(String sql) {
        this.sql = sql;
    }

    /** @param now SQL of the time at which tokens expire */
    String sql(String now) {
        return sql.formatted(now);
    }
}
