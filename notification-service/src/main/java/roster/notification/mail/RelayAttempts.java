package roster.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import org.springframework.stereotype.Component;

import roster.notification.entry.Email;
import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Deferred;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;
import roster.tracing.Tracing;

/** Attempts to pass an e-mail to the relay, by outcome: their time, and the span of each. */
@Component
final class RelayAttempts {
    private static final List<String> OUTCOMES = List.of("accepted", "deferred", "refused", "needless", "unavailable");

    private final MeterRegistry meters;
    private final Tracing tracing;

    RelayAttempts(MeterRegistry meters, Tracing tracing) {
        this.meters = meters;
        this.tracing = tracing;
        OUTCOMES.forEach(this::timer);
    }

    DeliveryOutcome record(Email email, Supplier<DeliveryOutcome> attempt) {
        try (var span = tracing.begin("send e-mail", SpanKind.CLIENT, email.traceparent())) {
            long began = System.nanoTime();
            var outcome = attempt.get();
            timer(name(outcome)).record(Duration.ofNanos(System.nanoTime() - began));
            span.tell("network.protocol.name", "smtp").tell("roster.recipient", email.id().recipient().value())
                    .tell("roster.outcome", name(outcome));
            return outcome;
        }
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
