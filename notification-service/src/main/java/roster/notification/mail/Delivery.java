package roster.notification.mail;

import java.time.Clock;
import java.time.Duration;

import jakarta.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import roster.contract.mail.MailFailure;
import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Deferred;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;
import roster.notification.message.EmailComposer;
import roster.notification.queue.DeliveryResult;
import roster.notification.queue.EmailMetrics;
import roster.notification.queue.LeasedEmail;
import roster.notification.queue.OutboxBatches;
import roster.notification.queue.QueueFreshness;
import roster.tracing.TraceParent;

/** Makes one attempt to send an e-mail, and records the result in the queue. */
@Component
final class Delivery {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration QUEUE_PAUSE = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final EmailComposer composer;
    private final OutboxBatches outbox;
    private final RelayConnections connections;
    private final RelayOutage outage;
    private final QueueFreshness freshness;
    private final EmailMetrics metrics;
    private final Clock clock;
    private final RelayAttempts attempts;

    Delivery(EmailComposer composer, OutboxBatches outbox, RelayConnections connections, RelayOutage outage, QueueFreshness freshness,
            EmailMetrics metrics, Clock clock, RelayAttempts attempts) {
        this.composer = composer;
        this.outbox = outbox;
        this.connections = connections;
        this.outage = outage;
        this.freshness = freshness;
        this.metrics = metrics;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** Returns only when the result is stored: an e-mail that was sent must not appear as unsent. */
    void deliver(LeasedEmail leased, RelayConnection relay) throws InterruptedException {
        var trace = leased.email().traceparent();
        try (var _ = MDC.putCloseable("traceId", trace == null ? null : TraceParent.traceId(trace))) {
            deliverOnce(leased, relay);
        }
    }

    private void deliverOnce(LeasedEmail leased, RelayConnection relay) throws InterruptedException {
        var outcome = attempts.record(leased.email(), () -> attempt(leased, relay));
        while (true) {
            try {
                note(leased, outcome, relay);
                return;
            } catch (DataAccessException e) {
                log.warn("the result of {} cannot be stored; retrying", leased.id(), e);
                freshness.mayBeStale();
                Thread.sleep(QUEUE_PAUSE);
            }
        }
    }

    private DeliveryOutcome attempt(LeasedEmail leased, RelayConnection relay) {
        if (!clock.instant().isBefore(leased.email().deadline())) {
            return new Refused(MailFailure.GAVE_UP, null, "the deadline passed before the e-mail could be sent");
        }
        try {
            return relay.send(composer.compose(leased.email()), () -> outbox.isStillOwed(leased));
        } catch (AddressException e) {
            return new Refused(MailFailure.UNKNOWN_ADDRESS, null, "not a valid address: " + e.getMessage());
        } catch (DataAccessException e) {
            log.warn("cannot query whether {} is still to be sent", leased.id(), e);
            freshness.mayBeStale();
            return new Deferred(null, "the database could not be queried");
        } catch (RuntimeException e) {
            log.error("{} cannot be composed", leased.id(), e);
            return new Deferred(null, "the e-mail could not be composed: " + e.getClass().getSimpleName());
        }
    }

    private void note(LeasedEmail leased, DeliveryOutcome outcome, RelayConnection relay) {
        switch (outcome) {
            case Accepted _ -> sent(leased);
            case Deferred(var status, var reason) -> deferred(leased, status, reason);
            case Refused(var failure, var status, var reason) -> failed(leased, failure, status, reason);
            case Needless _ -> log.info("{} is not sent: its invitation has ended, or another worker has leased it", leased.id());
            case Unavailable(var reason) -> unavailable(leased, reason, relay);
        }
    }

    private void sent(LeasedEmail leased) {
        outage.ends();
        outbox.record(DeliveryResult.sent(leased));
        metrics.sent(leased.email());
        log.debug("{} was sent", leased.id());
    }

    private void deferred(LeasedEmail leased, @Nullable String status, String reason) {
        outage.ends();
        var pause = pauseAfter(leased.attempt());
        if (clock.instant().plus(pause).isBefore(leased.email().deadline())) {
            outbox.record(DeliveryResult.deferred(leased, reason, pause));
            metrics.count(EmailMetrics.Outcome.DEFERRED, 1);
            log.info("{} is tried again in {} s", leased.id(), pause.toSeconds());
        } else {
            failed(leased, MailFailure.GAVE_UP, status, "the deadline does not allow another attempt; the last one: " + reason);
        }
    }

    private void failed(LeasedEmail leased, MailFailure failure, @Nullable String status, String reason) {
        outbox.record(DeliveryResult.failed(leased, failure, status, reason));
        metrics.failed(failure);
        log.warn("{} cannot be delivered", leased.id());
    }

    private void unavailable(LeasedEmail leased, String reason, RelayConnection relay) {
        if (relay.isOpen() || !connections.areOthersUsed()) {
            outage.begins(reason);
            freshness.mayBeStale();
        }
        outbox.record(DeliveryResult.putBack(leased, reason));
    }

    /** Undoes the lease. */
    void putBack(LeasedEmail leased) {
        outbox.record(DeliveryResult.putBack(leased, null));
    }

    /** 1 s, 2 s, 4 s … 5 min. */
    static Duration pauseAfter(int attempt) {
        var pause = Duration.ofSeconds(1L << Math.min(attempt - 1, 16));
        return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
    }
}
