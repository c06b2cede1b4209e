package roster.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Deferred;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;

/** Times attempts to pass an e-mail to the relay, by outcome. */
@Component
final class RelayAttempts {
    private static final List<String> OUTCOMES = List.of("accepted", "deferred", "refused", "needless", "unavailable");

    private final MeterRegistry meters;

    RelayAttempts(MeterRegistry meters) {
        this.meters = meters;
        OUTCOMES.forEach(this::timer);
    }

    DeliveryOutcome record(Supplier<DeliveryOutcome> attempt) {
        long began = System.nanoTime();
        var outcome = attempt.get();
        timer(name(outcome)).record(Duration.ofNanos(System.nanoTime() - began));
        return outcome;
    }

    private Timer timer(String outcome) {
        return Timer.builder("roster.relay.attempts").description("attempts to pass an e-mail to the relay").tag("outcome", outcome)
                .register(meters);
    }

    private static String name(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Accepted _ -> "accepted";
            case Deferred _ -> "deferred";
            case Refused _ -> "refused";
            case Needless _ -> "needless";
            case Unavailable _ -> "unavailable";
        };
    }
}
