package roster.notification.mail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import roster.notification.queue.EmailSignal;
import roster.notification.queue.Outbox;
import roster.notification.queue.QueueFreshness;

/** Starts and stops the sending of e-mails in this process. */
@Component
final class MailWorkers implements SmartLifecycle {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final EmailSignal signal;
    private final QueueFreshness freshness;
    private final Delivery delivery;
    private final RelayOutage outage;
    private final RelayConnections connections;
    private final Duration longestEmail;
    private final WorkerProperties properties;
    private @Nullable Running running;
    private CountDownLatch stopped = new CountDownLatch(0);

    private record Running(Thread thread, Dispatcher dispatcher) {}

    MailWorkers(Outbox outbox, EmailSignal signal, QueueFreshness freshness, Delivery delivery, RelayOutage outage,
            RelayConnections connections, RelayProperties relay, WorkerProperties properties) {
        this.outbox = outbox;
        this.signal = signal;
        this.freshness = freshness;
        this.delivery = delivery;
        this.outage = outage;
        this.connections = connections;
        this.longestEmail = relay.email();
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        var dispatcher = new Dispatcher(outbox, signal, freshness, delivery, outage, connections, longestEmail, properties, stopped);
        running = new Running(Thread.ofPlatform().name("mail-dispatcher").start(dispatcher), dispatcher);
    }

    /** Lets the e-mails that are being sent finish. */
    @Override
    public synchronized void stop() {
        var stopping = running;
        if (stopping == null) {
            return;
        }
        stopped.countDown();
        signal.emailsWritten();
        var end = System.nanoTime() + GRACE.toNanos();
        try {
            join(stopping.thread, end);
            for (var delivering : stopping.dispatcher.deliveries()) {
                join(delivering, end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = null;
    }

    private static void join(Thread thread, long end) throws InterruptedException {
        if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
