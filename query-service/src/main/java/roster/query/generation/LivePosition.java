package roster.query.generation;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/** Position of the live views as known to this instance; never ahead of the real one. */
@Component
public final class LivePosition {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position = -1;

    /** The position; -1 until it is known. */
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

    /** Waits without connection or polling. True when the position was reached in time. */
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
