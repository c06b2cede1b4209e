package roster.systemtest.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of a repeated operation. */
final class Times {
    private final List<Long> nanos = new ArrayList<>();

    void add(long more) {
        nanos.add(more);
    }

    void time(Runnable operation) {
        long start = System.nanoTime();
        operation.run();
        add(System.nanoTime() - start);
    }

    int count() {
        return nanos.size();
    }

    double millis(double percent) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * percent / 100))) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", millis(50), millis(99));
    }

    /** Number of processes that wanted a processor, on average over the last minute. */
    static String load() {
        try {
            return "load " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
