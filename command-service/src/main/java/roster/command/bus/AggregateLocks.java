package roster.command.bus;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Locks per aggregate within this process, so that concurrent commands wait here, without holding a connection. Between processes, the
 * store's unique constraint on (aggregate, sequence) prevents conflicts.
 */
final class AggregateLocks {
    private final ReentrantLock[] stripes = Stream.generate(ReentrantLock::new).limit(1024).toArray(ReentrantLock[]::new);

    <T> T whileLocked(UUID aggregateId, Supplier<T> action) {
        var lock = stripes[Math.floorMod(aggregateId.hashCode(), stripes.length)];
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
