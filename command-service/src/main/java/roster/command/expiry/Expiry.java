package roster.command.expiry;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;
import roster.operation.reader.Rest;

/**
 * Expires overdue invitations, the longest overdue first, with one command each, so that a backlog uses one connection. A failure of one does
 * not stop the others.
 */
@Component
final class Expiry implements SmartLifecycle {
    private static final int BATCH = 50;
    private static final Logger log = LoggerFactory.getLogger(Expiry.class);

    private final OverdueInvitations invitations;
    private final Commands commands;
    private final ExpiryMetrics metrics;
    private final ExpiryProperties properties;
    private final Clock clock;
    private final Subscription subscription = new Subscription("expiry", this::expire, Rest.NONE);
    private volatile boolean running;

    Expiry(OverdueInvitations invitations, Commands commands, ExpiryMetrics metrics, ExpiryProperties properties, Clock clock,
            MeterRegistry meters) {
        this.invitations = invitations;
        this.commands = commands;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("roster.expiry.standing.still", subscription, it -> it.failure().isPresent() ? 1 : 0)
                .description("1 while this instance cannot look for overdue invitations").register(meters);
    }

    /** Expires one batch, by the clock that commands use as well. */
    Progress expire() {
        var first = invitations.firstExpiry();
        metrics.first(first);
        var now = clock.instant();
        if (first.isEmpty() || now.isBefore(first.get())) {
            return Progress.CAUGHT_UP;
        }
        var overdue = invitations.take(BATCH, now);
        overdue.stream().takeWhile(_ -> !Thread.currentThread().isInterrupted()).forEach(this::expire);
        return overdue.size() == BATCH ? Progress.MORE : Progress.CAUGHT_UP;
    }

    private void expire(OverdueInvitation invitation) {
        try {
            if (isRecorded(invitation)) {
                metrics.expired();
            }
        } catch (RuntimeException e) {
            log.warn("the invitation of {} cannot be expired; retrying later", invitation.memberId(), e);
            metrics.failed();
            invitations.postpone(invitation, clock.instant());
        }
    }

    /** False when it was answered meanwhile, or expired by another instance. */
    private boolean isRecorded(OverdueInvitation invitation) {
        return !commands.send(CommandRequest.ofSystem(), invitation.command()).events().isEmpty();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.autoStartup();
    }

    @Override
    public void start() {
        running = true;
        subscription.start();
    }

    @Override
    public void stop() {
        running = false;
        subscription.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
