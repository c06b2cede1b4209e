package roster.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A rebuild of the views, or a run that verifies them without switching.
 *
 * @param verify          folds the events and compares the rows with the live ones, and does not switch
 * @param attempt         grows when an instance starts over, because the one that carried it out has ended
 * @param total           number of events to fold; null while it is unknown
 * @param eventsPerSecond events folded per second; null while it is unknown
 * @param timeLeft        until the events are folded, at this rate; null when it is unknown
 * @param reason          reason of a failure
 * @param result          null until it has ended
 */
public record RebuildProgress(UUID id, String projection, boolean verify, RebuildState state, int attempt, long events,
        @Nullable Long total,
        @Nullable Long eventsPerSecond, @Nullable Duration timeLeft, Instant requestedAt, @Nullable Instant endedAt,
        @Nullable String reason, @Nullable Rebuilt result) {
    /** @param spent time between the start of the attempt and the last progress */
    static @Nullable Long rate(long events, @Nullable Duration spent) {
        return spent == null || spent.toMillis() < 1 || events == 0 ? null : events * 1_000 / spent.toMillis();
    }

    static @Nullable Duration timeLeft(RebuildState state, long events, @Nullable Long total, @Nullable Long rate) {
        return state != RebuildState.BUILDING || total == null || rate == null || rate == 0 ? null
                : Duration.ofSeconds(Math.max(0, total - events) / rate);
    }

    @Override
    public String toString() {
        return (verify ? "verifying run " : "rebuild ") + id + ": " + state.value() + ", " + events + (total == null ? "" : " of " + total)
                + " events" + (eventsPerSecond == null ? "" : ", " + eventsPerSecond + " per second")
                + (timeLeft == null ? "" : ", " + timeLeft.toSeconds() + " s left");
    }
}
