package roster.notification.ledger;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import roster.notification.entry.Letter;

/** Metrics of e-mails: {@code roster.letters} by outcome, delay until sent, and size and age of the backlog. */
@Component
public final class LetterMetrics {
    /** Outcome of a delivery attempt, or of the event that cancelled it. */
    public enum Outcome {
        SENT("sent"),
        DEFERRED("deferred"),
        FAILED("failed"),
        CANCELLED("cancelled");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer delay;

    LetterMetrics(MeterRegistry meters, BacklogReading backlog, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.delay = Timer.builder("roster.letters.delay")
                .description("from the event to the relay's acceptance")
                .publishPercentiles(0.5, 0.99).register(meters);
        Gauge.builder("roster.letters.due", backlog, it -> it.now().letters())
                .description("e-mails that are still to be sent").register(meters);
        Gauge.builder("roster.letters.due.age", backlog, it -> it.now().age().toMillis() / 1000.0)
                .description("waiting time of the oldest of them").baseUnit("seconds")
                .register(meters);
    }

    public void sent(Letter letter) {
        count(Outcome.SENT, 1);
        delay.record(Duration.between(letter.recordedAt(), clock.instant()));
    }

    public void count(Outcome outcome, int letters) {
        meters.counter("roster.letters", "outcome", outcome.tag).increment(letters);
    }
}
