package roster.query.consistency;

import java.util.regex.Pattern;

import roster.query.problem.QueryRejected;

/** A position as a token that is opaque to clients. */
final class ConsistencyToken {
    static final String HEADER = "Consistency-Token";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private ConsistencyToken() {}

    static String of(long position) {
        return Long.toString(position);
    }

    static long position(String token) {
        if (!POSITION.matcher(token).matches()) {
            throw QueryRejected.header(HEADER, "is not a token that was given out");
        }
        return Long.parseLong(token);
    }
}
