package roster.query.generation;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/** How far the live views have come, as far as this instance knows: never more than is true. */
@Component
public final class LivePosition {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position = -1;

    /** -1 before anything is known. */
    public long current() {
        return position;
    }

    public void reached(long reached) {
        if (reached > position) {
            lock.lock();
            try {
                position = Math.max(position, reached);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Whether it came that far in time. Costs nothing while it waits: no connection, no polling. */
    public boolean await(long required, Duration atMost) {
        if (position >= required) {
            return true;
        }
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (position < required && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= required;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
