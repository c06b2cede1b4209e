package roster.systemtest.mail;

import java.time.Duration;

/** Measures how long this machine does not run a ready thread, for time limits that also hold on a loaded machine. */
final class Stalls implements AutoCloseable {
    private static final Duration NAP = Duration.ofMillis(50);

    private final Thread thread = Thread.ofPlatform().name("stalls").daemon().start(this::measure);
    private volatile long longest;

    private void measure() {
        try {
            while (true) {
                long before = System.nanoTime();
                Thread.sleep(NAP);
                longest = Math.max(longest, System.nanoTime() - before - NAP.toNanos());
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
