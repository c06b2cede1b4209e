package roster.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import roster.eventstore.HighWaterMark;
import roster.query.fold.Advance;

/** Position and lag of the views, for metrics and readiness. */
@Component
final class ProjectionProgress {
    private static final long UNKNOWN = -1;

    private final Clock clock = Clock.systemUTC();
    private final DistributionSummary batch;
    private final Timer delay;
    private volatile long position;
    private volatile long mark;
    private volatile Instant caughtUpAt = clock.instant();
    private volatile long markAtStart = UNKNOWN;
    private volatile boolean everCaughtUp;

    ProjectionProgress(MeterRegistry meters) {
        batch = DistributionSummary.builder("roster.projection.batch").baseUnit("events")
                .description("events folded in one transaction").publishPercentileHistogram().register(meters);
        delay = Timer.builder("roster.projection.delay").publishPercentileHistogram()
                .description("time from recorded to visible, of the oldest event of each batch").register(meters);
        Gauge.builder("roster.projection.position", () -> position)
                .description("position up to which the views include every event").register(meters);
        Gauge.builder("roster.projection.lag", () -> mark - position).baseUnit("positions")
                .description("number of positions that the views are behind the high-water mark").register(meters);
        Gauge.builder("roster.projection.lag.time", () -> behind().toNanos() / 1e9).baseUnit("seconds")
                .description("time for which the views have been behind").register(meters);
    }

    void folded(Advance advance) {
        if (advance.oldest() != null) {
            batch.record(advance.events());
            delay.record(Duration.between(advance.oldest(), clock.instant()));
        }
        watched(advance.position(), advance.mark());
    }

    void watched(long position, HighWaterMark mark) {
        if (markAtStart == UNKNOWN) {
            markAtStart = mark.lastPosition();
        }
        this.position = position;
        this.mark = mark.position();
        if (position >= mark.position()) {
            caughtUpAt = clock.instant();
        }
        if (position >= markAtStart) {
            everCaughtUp = true;
        }
    }

    /** True when the views include all events that were recorded when this instance first looked. */
    boolean everCaughtUp() {
        return everCaughtUp;
    }

    private Duration behind() {
        return position >= mark ? Duration.ZERO : Duration.between(caughtUpAt, clock.instant());
    }
}
