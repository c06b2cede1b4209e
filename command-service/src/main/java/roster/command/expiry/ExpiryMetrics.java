package roster.command.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Metrics of expired invitations, failures, and the age of the oldest overdue invitation. */
@Component
class ExpiryMetrics {
    private final Clock clock;
    private final Counter expired;
    private final Counter failed;
    private volatile Optional<Instant> firstExpiry = Optional.empty();

    ExpiryMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.expired = Counter.builder("roster.invitations.expired")
                .description("invitations that this instance has recorded as expired").register(meters);
        this.failed = Counter.builder("roster.invitations.expiry.failed")
                .description("attempts to record one as expired that failed").register(meters);
        Gauge.builder("roster.invitations.overdue.age", this, it -> it.overdue().toMillis() / 1000.0)
                .description("time for which the oldest overdue invitation has been overdue").baseUnit("seconds").register(meters);
    }

    /** @param expiry earliest expiry of all pending invitations, overdue or not, so that the gauge grows even if no instance looks again */
    void first(Optional<Instant> expiry) {
        firstExpiry = expiry;
    }

    void expired() {
        expired.increment();
    }

    void failed() {
        failed.increment();
    }

    private Duration overdue() {
        var now = clock.instant();
        return firstExpiry.filter(now::isAfter).map(it -> Duration.between(it, now)).orElse(Duration.ZERO);
    }
}
