package roster.operation.reader;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The pause after a step that handles what has arrived, in proportion to the time that the step took: what arrives meanwhile is handled together
 * by the next step. So a step costs less for each event the more events there are, and the slower the machine is.
 *
 * @param times   length of the pause, in lengths of the step
 * @param longest length of the pause at most
 */
public record Rest(int times, Duration longest) {
    public static final Rest NONE = times(0);

    /** As many times as long as the step, 50 ms at most. */
    public static Rest times(int times) {
        return new Rest(times, Duration.ofMillis(50));
    }

    /** @param began {@link System#nanoTime()} when the step began */
    public void after(long began) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(times * (System.nanoTime() - began), longest.toNanos()));
    }
}
