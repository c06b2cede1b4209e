package roster.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pauses all workers while the relay is unavailable; each pause in a row is longer. */
@Component
final class RelayOutage {
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(RelayOutage.class);

    private final Clock clock;
    private @Nullable String reason;
    private Instant since = Instant.MAX;
    private Duration pause = SHORTEST;
    private Instant until = Instant.MIN;

    RelayOutage(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("roster.relay.outage.age", this, it -> it.age().toMillis() / 1000.0)
                .description("duration for which the relay has accepted no e-mails; 0 while it accepts them").baseUnit("seconds")
                .register(meters);
    }

    /** @param why may quote the relay; shown in the queue and in health only, not in the log */
    synchronized void begins(String why) {
        if (reason == null) {
            log.warn("the relay accepts no e-mails; they stay in the queue");
            since = clock.instant();
        }
        reason = why;
        if (remaining().isZero()) {
            until = clock.instant().plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }

    synchronized void ends() {
        if (reason != null) {
            log.info("the relay accepts e-mails again");
            reason = null;
            pause = SHORTEST;
            until = Instant.MIN;
        }
    }

    /** The rest of the current pause; zero when there is none. */
    synchronized Duration remaining() {
        var now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Duration of the current outage. */
    synchronized Duration age() {
        return reason == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
