package roster.command.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts invitations that have expired, and those that could not; tells how long the oldest of them has been waiting. */
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
                .description("how long the oldest overdue invitation has been so").baseUnit("seconds").register(meters);
    }

    /** @param expiry of the first of all pending invitations, overdue or not: the gauge goes on even where nothing else does */
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
