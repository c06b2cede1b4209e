package roster.systemtest.slow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Response times of requests that a few clients send one after the other. */
final class Timing {
    private static final int CLIENTS = 4;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    void measure(Duration window, Callable<Boolean> request) throws InterruptedException {
        long end = System.nanoTime() + window.toNanos();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            threads.invokeAll(Stream.generate(() -> client(end, request)).limit(CLIENTS).toList());
        }
    }

    private Callable<Void> client(long end, Callable<Boolean> request) {
        return () -> {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                try {
                    if (!request.call()) {
                        failures.add("another answer");
                    }
                } catch (RuntimeException e) {
                    failures.add(e.toString());
                }
                nanos.add(System.nanoTime() - begin);
            }
            return null;
        };
    }

    /** In milliseconds. */
    double percentile(double percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * percent / 100))) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, failures %s", nanos.size(),
                percentile(50), percentile(99), percentile(100), failures.stream().distinct().toList());
    }
}
