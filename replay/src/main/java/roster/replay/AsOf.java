package roster.replay;

import java.time.DateTimeException;
import java.time.Instant;

/** The moment of a replay: an instant, a position, or the end of the feed. */
interface AsOf {
    AsOf THE_END = (_, _) -> true;

    /** @param orderTime the newest time at which the event or one before it in the feed was recorded */
    boolean includes(long position, Instant orderTime);

    /** @throws IllegalArgumentException for anything but a position or an ISO 8601 instant */
    static AsOf of(String text) {
        if (text.matches("[0-9]{1,18}")) {
            long last = Long.parseLong(text);
            return (position, _) -> position <= last;
        }
        try {
            var instant = Instant.parse(text);
            return (_, orderTime) -> !orderTime.isAfter(instant);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(text + " is neither an instant such as 2026-01-31T00:00:00Z nor a position");
        }
    }
}
