package roster.notification.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/** Wakes waiting workers when e-mails were queued. A hint only: workers also poll. */
@Component
public final class EmailSignal {
    private static final int ENOUGH = 64;

    private final Semaphore written = new Semaphore(0);

    public void emailsWritten(int count) {
        written.release(Math.max(0, Math.min(count, ENOUGH - written.availablePermits())));
    }

    /** Returns when e-mails were queued, or when {@code atMost} has passed. */
    public void await(Duration atMost) throws InterruptedException {
        var _ = written.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
