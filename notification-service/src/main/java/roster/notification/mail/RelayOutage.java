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

/** Keeps every worker away for a while from a relay that lets nobody in; for longer each time in a row. */
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
                .description("for how long the relay has taken no letters; 0 while it takes them").baseUnit("seconds").register(meters);
    }

    /** @param why may quote the relay, and is therefore told to nobody but the ledger and health */
    synchronized void begins(String why) {
        if (reason == null) {
            log.warn("the relay takes no letters; they wait");
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
            log.info("the relay takes letters again");
            reason = null;
            pause = SHORTEST;
            until = Instant.MIN;
        }
    }

    /** How long to leave the relay alone; zero when there is no reason to. */
    synchronized Duration remaining() {
        var now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** For how long nothing has passed. */
    synchronized Duration age() {
        return reason == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
