package roster.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.eventstore.Subscription.Failure;

/** The failure of a subscription's step. Logged once, and again when another one follows. */
final class StepFailure {
    private static final Logger log = LoggerFactory.getLogger(StepFailure.class);

    private final String name;
    private volatile @Nullable Failure failure;
    private volatile @Nullable Failure last;

    StepFailure(String name) {
        this.name = name;
    }

    Optional<Failure> current() {
        return Optional.ofNullable(failure);
    }

    /** The current failure, or else the newest one that has ended. */
    Optional<Failure> last() {
        return Optional.ofNullable(last);
    }

    void of(Exception cause, Duration pause) {
        var earlier = failure;
        if (earlier == null || earlier.cause().getClass() != cause.getClass()) {
            tell(cause, pause);
        }
        failure = new Failure(earlier == null ? Instant.now() : earlier.since(), cause);
        last = failure;
    }

    /** Names an unreadable event in one line. */
    private void tell(Exception cause, Duration pause) {
        if (cause instanceof UnreadableEvent) {
            log.error("{} stands still: {}", name, cause.getMessage());
            log.debug("cause", cause);
        } else {
            log.warn("{} stands still, and tries again in {} ms", name, pause.toMillis(), cause);
        }
    }

    void ended() {
        if (failure != null) {
            log.info("{} goes on", name);
            failure = null;
        }
    }
}
