package roster.systemtest.trial.judge;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import roster.systemtest.trial.faults.Struck;

/**
 * I9: every process is ready again, by itself, within 20 seconds after its fault is healed; within as many times that as the machine has more
 * to do than it can.
 */
final class RecoveryCheck {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private RecoveryCheck() {}

    static Stream<String> faults(List<Struck> struck) {
        return struck.stream().filter(it -> it.ready().toMillis() > LIMIT.toMillis() * Math.max(1, it.load()))
                .map(it -> "not ready in time: " + it);
    }
}
