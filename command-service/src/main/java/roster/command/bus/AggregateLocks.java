package roster.command.bus;

import java.util.Collection;
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

    <T> T whileLocked(Collection<UUID> aggregateIds, Supplier<T> action) {
        // in one order, so that no two threads wait for each other
        var locks = aggregateIds.stream().map(it -> Math.floorMod(it.hashCode(), stripes.length)).distinct().sorted()
                .map(it -> stripes[it]).toList();
        locks.forEach(ReentrantLock::lock);
        try {
            return action.get();
        } finally {
            locks.forEach(ReentrantLock::unlock);
        }
    }
}
