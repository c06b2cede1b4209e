package roster.command.bus;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One command at a time for each aggregate in this process, so that they wait here and not with a connection in hand. What keeps
 * streams straight between processes is the store's unique (aggregate, sequence).
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
