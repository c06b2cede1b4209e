package roster.notification.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/** Wakes the dispatcher when e-mails were queued. A hint only: it also polls. */
@Component
public final class EmailSignal {
    private final Semaphore written = new Semaphore(0);

    public void emailsWritten() {
        if (written.availablePermits() == 0) {
            written.release();
        }
    }

    /** Returns when e-mails were queued, or when {@code atMost} has passed. */
    public void await(Duration atMost) throws InterruptedException {
        var _ = written.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
