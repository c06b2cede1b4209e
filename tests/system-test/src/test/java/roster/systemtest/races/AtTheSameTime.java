package roster.systemtest.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Starts several tasks at the same moment. */
final class AtTheSameTime {
    private AtTheSameTime() {}

    static <T> List<T> times(int count, IntFunction<T> action) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(count);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return action.apply(number);
                }));
            }
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
