package roster.notification.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import roster.notification.queue.EmailSignal;
import roster.notification.queue.Outbox;
import roster.notification.queue.QueueFreshness;

/** Starts and stops the workers of this process. */
@Component
final class MailWorkers implements SmartLifecycle {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final EmailSignal signal;
    private final QueueFreshness freshness;
    private final Delivery delivery;
    private final RelayOutage outage;
    private final Relay relay;
    private final WorkerProperties properties;
    private final List<Thread> threads = new ArrayList<>();
    private CountDownLatch stopped = new CountDownLatch(0);

    MailWorkers(Outbox outbox, EmailSignal signal, QueueFreshness freshness, Delivery delivery, RelayOutage outage, Relay relay,
            WorkerProperties properties) {
        this.outbox = outbox;
        this.signal = signal;
        this.freshness = freshness;
        this.delivery = delivery;
        this.outage = outage;
        this.relay = relay;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        for (int number = 1; number <= properties.count(); number++) {
            var worker = new MailWorker(outbox, signal, freshness, delivery, outage, relay, properties, stopped);
            threads.add(Thread.ofPlatform().name("mail-worker-" + number).start(worker));
        }
    }

    /** Lets every worker finish its current e-mail and release the others. */
    @Override
    public synchronized void stop() {
        stopped.countDown();
        signal.emailsWritten(threads.size());
        try {
            for (var thread : threads) {
                if (!thread.join(GRACE)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
