package roster.operation.reconcile;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of reconcilers.
 *
 * @param share share of the time in which they work, from 0 to 1; 0 turns them off
 * @param first time from the start of the service to the first pass
 * @param pause time between two passes
 */
@ConfigurationProperties("roster.reconciler")
public record ReconcilerProperties(double share, Duration first, Duration pause) {
    public ReconcilerProperties {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("roster.reconciler.share must be between 0 and 1");
        }
    }

    boolean isOff() {
        return share == 0;
    }

    /** Pause after work that took so long. */
    Duration after(Duration work) {
        return Duration.ofNanos((long) (work.toNanos() * (1 / share - 1)));
    }
}
