package roster.query.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import roster.query.problem.Rejected;

/** The end of a page as text that is opaque to clients and valid only for the same query. */
public final class Cursor {
    private static final String PARAMETER = "after";
    private static final String SEPARATOR = "\n";
    private static final Pattern COMMON_ERA = Pattern.compile("[1-9][0-9]{3}-.*");

    private Cursor() {}

    /** @param question the query without its cursor */
    public static String write(String question, List<String> place) {
        var text = Integer.toHexString(question.hashCode()) + SEPARATOR + String.join(SEPARATOR, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the {@code parts} of the place.
     *
     * @throws Rejected for a malformed cursor, and for a cursor of another query
     */
    public static List<String> read(String cursor, String question, int parts) {
        var place = List.of(decoded(cursor).split(SEPARATOR, -1));
        if (place.size() != parts + 1 || !write(question, place.subList(1, parts + 1)).equals(cursor)) {
            throw rubbish();
        }
        return place.subList(1, parts + 1);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw rubbish();
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

    public static Rejected rubbish() {
        return Rejected.parameter(PARAMETER, "is not the cursor of a page of this list");
    }
}
