package roster.query.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import roster.query.problem.QueryRejected;

/** Writes and reads the end of a page as text that is sealed: clients can read nothing in it, and it is valid only for the same query. */
@Component
public final class Cursors {
    private static final String PARAMETER = "after";
    private static final String SEPARATOR = "\n";
    private static final Pattern COMMON_ERA = Pattern.compile("[1-9][0-9]{3}-.*");

    private final CursorSeal seal;

    public Cursors(CursorSeal seal) {
        this.seal = seal;
    }

    /** @param question the query without its cursor */
    public String write(String question, List<String> place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(question, String.join(SEPARATOR, place)));
    }

    /**
     * Reads the {@code parts} of the place.
     *
     * @throws QueryRejected for a malformed cursor, and for a cursor of another query
     */
    public List<String> read(String cursor, String question, int parts) {
        return open(cursor, question, parts).orElseThrow(Cursors::rubbish);
    }

    /** As {@link #read}, but empty for a malformed cursor, and for a cursor of another query. */
    public Optional<List<String>> open(String cursor, String question, int parts) {
        return decoded(cursor).flatMap(it -> seal.open(question, it)).map(it -> List.of(it.split(SEPARATOR, -1)))
                .filter(it -> it.size() == parts);
    }

    private static Optional<byte[]> decoded(String cursor) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** True when a part is an instant in the format of a cursor and in the range of the database. */
    public static boolean isInstant(String part) {
        try {
            return COMMON_ERA.matcher(part).matches() && Instant.parse(part).toString().equals(part);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    public static QueryRejected rubbish() {
        return QueryRejected.parameter(PARAMETER, "is not the cursor of a page of this list");
    }
}
