package roster.query.moment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A place in the record of an organization: every event up to it counts, none after it.
 *
 * @param asOf the instant that was asked for, or the time of the newest event up to the position; null for now
 */
public record Cut(long position, @Nullable Instant asOf) {
    /** Before the first event of all. */
    public static final Cut BEGINNING = new Cut(0, Instant.EPOCH);

    public static Cut now(long position) {
        return new Cut(position, null);
    }

    /** False for the newest state that the views have. */
    public boolean isPast() {
        return asOf != null;
    }
}
