package roster.query.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import roster.query.problem.Rejected;

/** Where a page ended, as text that means nothing to clients and that only the same question accepts. */
public final class Cursor {
    private static final String PARAMETER = "after";
    private static final String SEPARATOR = "\n";
    private static final Pattern COMMON_ERA = Pattern.compile("[1-9][0-9]{3}-.*");

    private Cursor() {}

    /** @param question what was asked, apart from the place in its answer */
    public static String write(String question, List<String> place) {
        var text = Integer.toHexString(question.hashCode()) + SEPARATOR + String.join(SEPARATOR, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The {@code parts} of the place that was written.
     *
     * @throws Rejected for rubbish, and for a cursor of another question
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

    /** Whether a part is an instant as it was written, and one that the database can compare with. */
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
