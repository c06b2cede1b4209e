package roster.query.moment;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A moment that a caller names: an instant, or the position of an event.
 *
 * @param instant  null for a position
 * @param position meaningless for an instant
 */
public record Moment(@Nullable Instant instant, long position) {
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern COMMON_ERA = Pattern.compile("[0-9]{4}-.*");

    /** @throws IllegalArgumentException for anything but an ISO 8601 instant or a position */
    public static Moment of(String text) {
        if (isPosition(text)) {
            return at(Long.parseLong(text));
        }
        try {
            if (COMMON_ERA.matcher(text).matches()) {
                return new Moment(Instant.parse(text), 0);
            }
        } catch (DateTimeParseException _) {
            // reported below
        }
        throw new IllegalArgumentException("is neither an instant such as 2026-01-31T00:00:00Z nor a position");
    }

    public static Moment at(long position) {
        return new Moment(null, position);
    }

    public static boolean isPosition(String text) {
        return POSITION.matcher(text).matches();
    }
}
