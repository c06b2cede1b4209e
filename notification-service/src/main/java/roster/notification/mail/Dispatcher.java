package roster.notification.mail;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.notification.queue.EmailSignal;
import roster.notification.queue.LeasedEmail;
import roster.notification.queue.Outbox;
import roster.notification.queue.QueueFreshness;
import roster.operation.reader.Rest;

/**
 * Leases as many e-mails as the relay has connections for, and has each delivered by a thread of its own, until it is stopped. Dispatchers of
 * several processes share a queue.
 */
final class Dispatcher implements Runnable {
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(1);
    /** While more e-mails are waiting than connections are free, some more may be free soon: they are leased together. */
    private static final Duration TOGETHER = Duration.ofMillis(5);
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox outbox;
    private final EmailSignal signal;
    private final QueueFreshness freshness;
    private final Delivery delivery;
    private final RelayOutage outage;
    private final RelayConnections connections;
    private final Duration longestEmail;
    private final WorkerProperties properties;
    private final CountDownLatch stopped;
    private final Set<Thread> deliveries = ConcurrentHashMap.newKeySet();
    private boolean areMoreWaiting;

    Dispatcher(Outbox outbox, EmailSignal signal, QueueFreshness freshness, Delivery delivery, RelayOutage outage,
            RelayConnections connections, Duration longestEmail, WorkerProperties properties, CountDownLatch stopped) {
        this.outbox = outbox;
        this.signal = signal;
        this.freshness = freshness;
        this.delivery = delivery;
        this.outage = outage;
        this.connections = connections;
        this.longestEmail = longestEmail;
        this.properties = properties;
        this.stopped = stopped;
    }

    @Override
    public void run() {
        try {
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
            } else {
                connections.rest();
                dispatch();
            }
        } catch (RuntimeException e) {
            log.warn("no e-mails can be leased; retrying", e);
            freshness.mayBeStale();
            pause(QUEUE_PAUSE);
        }
    }

    private void dispatch() throws InterruptedException {
        int free = awaitFree();
        if (free > 0 && !isStopped()) {
            var leasedAt = System.nanoTime();
            var emails = outbox.take(free, properties.lease());
            emails.forEach(it -> start(it, connections.borrow(), leasedAt));
            areMoreWaiting = emails.size() == free;
            if (!areMoreWaiting) {
                Rest.times(1).after(leasedAt);
            }
            if (emails.isEmpty()) {
                signal.await(properties.poll());
            }
        }
    }

    /** Number of e-mails that can be sent now. While the relay accepts nothing, one at a time finds out when it does. */
    private int awaitFree() throws InterruptedException {
        int most = outage.reason().isPresent() ? 1 : Integer.MAX_VALUE;
        int free = connections.awaitFree(1, most, properties.poll());
        return free > 0 && areMoreWaiting ? connections.awaitFree(connections.bound() / 4, most, TOGETHER) : free;
    }

    private void start(LeasedEmail leased, RelayConnection connection, long leasedAt) {
        var thread = Thread.ofVirtual().name("mail " + leased.id()).unstarted(() -> deliver(leased, connection, leasedAt));
        deliveries.add(thread);
        thread.start();
    }

    private void deliver(LeasedEmail leased, RelayConnection connection, long leasedAt) {
        try {
            if (!isStopped() && outage.remaining().isZero() && freshness.isFresh() && isLeasedLongEnough(leasedAt)) {
                delivery.deliver(leased, connection);
            } else {
                delivery.putBack(leased);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("{} stays leased until the end of its lease", leased.id(), e);
        } finally {
            connections.giveBack(connection);
            deliveries.remove(Thread.currentThread());
        }
    }

    /** False when the lease might end before the e-mail is sent. */
    private boolean isLeasedLongEnough(long leasedAt) {
        return System.nanoTime() - leasedAt < properties.lease().minus(longestEmail).toNanos();
    }

    /** The threads that deliver e-mails now. */
    Set<Thread> deliveries() {
        return Set.copyOf(deliveries);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration pause) throws InterruptedException {
        var _ = stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
