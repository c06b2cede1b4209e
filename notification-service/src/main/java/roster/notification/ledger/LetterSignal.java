package roster.notification.ledger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/** Wakes waiting workers when e-mails were queued. A hint only: workers also poll. */
@Component
public final class LetterSignal {
    private static final int ENOUGH = 64;

    private final Semaphore written = new Semaphore(0);

    public void lettersWritten(int count) {
        written.release(Math.max(0, Math.min(count, ENOUGH - written.availablePermits())));
    }

    /** Returns when e-mails were queued, or when {@code atMost} has passed. */
    public void await(Duration atMost) throws InterruptedException {
        var _ = written.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
