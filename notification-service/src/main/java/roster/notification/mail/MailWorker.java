package roster.notification.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.notification.queue.EmailSignal;
import roster.notification.queue.Outbox;
import roster.notification.queue.QueueFreshness;

/** Leases and delivers e-mails one at a time until it is stopped. Many workers, in one or several processes, share a queue. */
final class MailWorker implements Runnable {
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

    private final Outbox outbox;
    private final EmailSignal signal;
    private final QueueFreshness freshness;
    private final Delivery delivery;
    private final RelayOutage outage;
    private final RelayConnection relay;
    private final Duration longestEmail;
    private final WorkerProperties properties;
    private final CountDownLatch stopped;

    MailWorker(Outbox outbox, EmailSignal signal, QueueFreshness freshness, Delivery delivery, RelayOutage outage, Relay relay,
            WorkerProperties properties, CountDownLatch stopped) {
        this.outbox = outbox;
        this.signal = signal;
        this.freshness = freshness;
        this.delivery = delivery;
        this.outage = outage;
        this.relay = relay.connection();
        this.longestEmail = relay.longestEmail();
        this.properties = properties;
        this.stopped = stopped;
    }

    @Override
    public void run() {
        try (relay) {
            while (!isStopped()) {
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws InterruptedException {
        try {
            if (!outage.remaining().isZero()) {
                pause(outage.remaining());
            } else if (!freshness.isFresh()) {
                pause(properties.poll());
            } else if (!deliverSome()) {
                relay.rest();
                signal.await(properties.poll());
            }
        } catch (RuntimeException e) {
            log.warn("no e-mails can be leased; retrying", e);
            freshness.mayBeStale();
            pause(QUEUE_PAUSE);
        }
    }

    private boolean deliverSome() throws InterruptedException {
        var takenAt = System.nanoTime();
        var emails = new ArrayDeque<>(outbox.take(properties.batch(), properties.lease()));
        boolean some = !emails.isEmpty();
        while (!emails.isEmpty() && !isStopped() && outage.remaining().isZero() && freshness.isFresh() && hasTimeForOneMore(takenAt)) {
            delivery.deliver(emails.remove(), relay);
        }
        emails.forEach(it -> outbox.putBack(it, null));
        return some;
    }

    /** False when the lease might end before the next e-mail is sent. */
    private boolean hasTimeForOneMore(long takenAt) {
        return System.nanoTime() - takenAt < properties.lease().minus(longestEmail).toNanos();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration pause) throws InterruptedException {
        var _ = stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
