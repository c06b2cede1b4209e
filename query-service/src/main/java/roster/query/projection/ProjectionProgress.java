package roster.query.projection;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import roster.eventstore.HighWaterMark;
import roster.query.fold.Advance;

/** Size and delay of batches, for metrics, and whether the views have caught up once, for readiness. */
@Component
final class ProjectionProgress {
    private static final long UNKNOWN = -1;

    private final Clock clock = Clock.systemUTC();
    private final DistributionSummary batch;
    private final Timer delay;
    private volatile long markAtStart = UNKNOWN;
    private volatile boolean everCaughtUp;

    ProjectionProgress(MeterRegistry meters) {
        batch = DistributionSummary.builder("roster.projection.batch").baseUnit("events")
                .description("events folded in one transaction").publishPercentileHistogram().register(meters);
        delay = Timer.builder("roster.projection.delay").publishPercentileHistogram()
                .description("time from recorded to visible, of the oldest event of each batch").register(meters);
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
        if (position >= markAtStart) {
            everCaughtUp = true;
        }
    }

    /** True when the views include all events that were recorded when this instance first looked. */
    boolean everCaughtUp() {
        return everCaughtUp;
    }
}
