package roster.query.token;

import org.jspecify.annotations.Nullable;

import roster.query.moment.Cut;

/** SQL that stands for the table {@code api_token}, with the last use of each token, as of a {@link Cut}. */
final class ApiTokenSource {
    private ApiTokenSource() {}

    /** @param asOf null for now */
    static String select(@Nullable Cut asOf) {
        return "select * from (" + (asOf == null ? ApiTokenTable.TABLE.select() : past(asOf.position())) + ") as api_token"
                + " left join (select token_id, used_at as last_used_at from access.api_token_use where used_at <= " + clock(asOf)
                + ") as use using (token_id)";
    }

    /** The time at which tokens expire. */
    static String clock(@Nullable Cut asOf) {
        return asOf == null ? "clock_timestamp()" : "timestamptz '" + asOf.asOf() + "'";
    }

    private static String past(long position) {
        return "select " + ApiTokenTable.TABLE.columns().names(column -> switch (column) {
            case "revoked_at", "revoked_position" -> "case when revoked_position <= " + position + " then " + column + " end as " + column;
            case "version" -> "version - case when revoked_position > " + position + " then 1 else 0 end as version";
            default -> column;
        }) + " from api_token where created_position <= " + position;
    }
}
