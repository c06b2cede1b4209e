package roster.notification.queue;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import roster.contract.mail.MailFailure;
import roster.notification.entry.Email;

/** Metrics of e-mails: by outcome and failure, delay until sent, and size and age of the backlog. */
@Component
public final class EmailMetrics {
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

    EmailMetrics(MeterRegistry meters, BacklogReading backlog, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.delay = Timer.builder("roster.emails.delay")
                .description("from the event to the relay's acceptance")
                .publishPercentiles(0.5, 0.99).register(meters);
        for (var outcome : Outcome.values()) {
            count(outcome, 0);
        }
        for (var failure : MailFailure.values()) {
            failed(failure, 0);
        }
        for (var state : BacklogReading.State.values()) {
            Gauge.builder("roster.emails.queued", backlog, it -> it.emails(state)).tag("state", state.tag())
                    .description("e-mails that are still to be sent, by state").register(meters);
        }
        Gauge.builder("roster.emails.due", backlog, it -> it.now().emails())
                .description("e-mails that are still to be sent").register(meters);
        Gauge.builder("roster.emails.due.age", backlog, it -> it.now().age().toMillis() / 1000.0)
                .description("waiting time of the oldest of them").baseUnit("seconds")
                .register(meters);
    }

    public void sent(Email email) {
        count(Outcome.SENT, 1);
        delay.record(Duration.between(email.recordedAt(), clock.instant()));
    }

    /** The e-mail cannot be delivered. */
    public void failed(MailFailure failure) {
        count(Outcome.FAILED, 1);
        failed(failure, 1);
    }

    private void failed(MailFailure failure, int emails) {
        meters.counter("roster.emails.failed", "failure", failure.value()).increment(emails);
    }

    public void count(Outcome outcome, int emails) {
        meters.counter("roster.emails", "outcome", outcome.tag).increment(emails);
    }
}
