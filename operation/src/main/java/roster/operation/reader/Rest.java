package roster.operation.reader;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The pause after a step that handles what has arrived, in proportion to the time that the step took: what arrives meanwhile is handled together
 * by the next step. So a step costs less for each event the more events there are, and the slower the machine is.
 */
public final class Rest {
    private static final Duration LONGEST = Duration.ofMillis(50);

    private Rest() {}

    /**
     * Sleeps {@code times} as long as the step took, 50 ms at most.
     *
     * @param began {@link System#nanoTime()} when the step began
     */
    public static void after(long began, int times) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(times * (System.nanoTime() - began), LONGEST.toNanos()));
    }
}
