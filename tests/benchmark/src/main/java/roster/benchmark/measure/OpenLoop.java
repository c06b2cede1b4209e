package roster.benchmark.measure;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Operations that arrive at a constant rate, whatever each takes: the latency of one begins when it is due, so that waiting counts. */
public final class OpenLoop {
    private OpenLoop() {}

    public static Load run(double perSecond, double seconds, Operation operation) {
        var latencies = new Latencies();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<?>>();
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = begin + Math.round(i * 1e9 / perSecond);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                tasks.add(threads.submit(() -> {
                    operation.run(due);
                    latencies.add(System.nanoTime() - due);
                    return null;
                }));
            }
            Workers.await(tasks, threads);
        }
        return new Load((System.nanoTime() - begin) / 1e9, latencies);
    }
}
