package roster.systemtest.trial.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A fault that has hurt something.
 *
 * @param healed time from which nothing hinders the parts from being ready
 * @param ready  time from then until all processes were ready
 * @param load   load average per processor, when they were
 */
public record Struck(String fault, List<String> hurt, String evidence, Instant begun, Instant healed, Duration ready, double load) {
    /** True when it hurt one of these, and may have done so between the two times. */
    public boolean concerns(List<String> parts, Instant from, Instant to) {
        return hurt.stream().anyMatch(parts::contains) && !begun.isAfter(to) && !healed.plus(ready).isBefore(from);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s of %s: %s; ready %d ms later, load %.1f per processor", fault, hurt, evidence,
                ready.toMillis(), load);
    }
}
