package roster.systemtest.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, never for time. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Await() {}

    public static void until(Callable<Boolean> condition) {
        until(PATIENCE, condition);
    }

    public static void until(Duration atMost, Callable<Boolean> condition) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
