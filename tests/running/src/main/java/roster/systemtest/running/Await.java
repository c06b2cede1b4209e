package roster.systemtest.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

import roster.local.Patience;

/** Waits for conditions. */
public final class Await {
    private Await() {}

    public static void until(Callable<Boolean> condition) {
        until(Patience.LIMIT, condition);
    }

    public static void until(Duration atMost, Callable<Boolean> condition) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
