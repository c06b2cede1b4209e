package roster.benchmark.measure;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients, each of which begins its next operation when the last one has ended. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /**
     * Opens what a client needs, for instance its connection.
     *
     * @param <C> closed at the end
     */
    @FunctionalInterface
    public interface Opening<C extends Closeable> {
        C open() throws IOException;
    }

    /**
     * An operation of one client.
     *
     * @param <C> what a client has opened
     */
    @FunctionalInterface
    public interface Step<C> {
        void run(C client) throws IOException;
    }

    public static <C extends Closeable> Load run(int clients, double seconds, Opening<C> opening, Step<C> step) {
        var latencies = new Latencies();
        long begin = System.nanoTime();
        long end = begin + Math.round(seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var tasks = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                tasks.add(threads.submit(client(opening, step, latencies, end)));
            }
            Workers.await(tasks, threads);
        }
        return new Load((System.nanoTime() - begin) / 1e9, latencies);
    }

    private static <C extends Closeable> Callable<Void> client(Opening<C> opening, Step<C> step, Latencies latencies, long end) {
        return () -> {
            try (var client = opening.open()) {
                long start = System.nanoTime();
                do {
                    step.run(client);
                    long now = System.nanoTime();
                    latencies.add(now - start);
                    start = now;
                } while (start < end);
            }
            return null;
        };
    }
}
