package roster.operation.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * The lag of a reader when it was measured.
 *
 * @param takenAt  by the clock that only moves forward
 * @param progress grows when the reader gets on; {@link #UNKNOWN} before it has begun
 * @param lag      what it had not read
 * @param age      age of the oldest of it; zero when it had read everything
 * @param moved    when the progress was last seen to change
 */
public record LagMeasure(long takenAt, Instant at, long progress, long lag, Duration age, Instant moved) {
    public static final long UNKNOWN = -1;

    /** Before the first measure. */
    public static LagMeasure none() {
        var now = Instant.now();
        return new LagMeasure(System.nanoTime(), now, UNKNOWN, 0, Duration.ZERO, now);
    }

    /** The next measure of the same reader. */
    public LagMeasure next(long reached, long missing, Duration oldest) {
        var now = Instant.now();
        return new LagMeasure(System.nanoTime(), now, reached, missing, oldest, reached == progress ? moved : now);
    }

    /** Grows while the reader is behind, and while no measure succeeds, which should be made more often than {@code fresh}. */
    public Duration lagTime(Duration fresh) {
        return !age.isZero() || isOlderThan(fresh) ? age.plus(sinceTaken()) : Duration.ZERO;
    }

    public boolean isOlderThan(Duration limit) {
        return sinceTaken().compareTo(limit) > 0;
    }

    /** True when something has waited for longer, and the reader has not got on for as long. */
    public boolean isUnmovedFor(Duration limit) {
        return age.compareTo(limit) > 0 && moved.plus(limit).isBefore(Instant.now());
    }

    private Duration sinceTaken() {
        return Duration.ofNanos(System.nanoTime() - takenAt);
    }
}
