package roster.query.rebuild;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import roster.query.fold.BuildProgress;
import roster.query.rebuild.Rebuilds.Attempt;

/** Progress of an attempt: stored twice a second, and logged every five seconds. Ends the attempt when it must not go on. */
final class AttemptProgress implements BuildProgress {
    private static final Duration STORE = Duration.ofMillis(500);
    private static final Duration LOG = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(AttemptProgress.class);

    private final Rebuilds rebuilds;
    private final Attempt attempt;
    private final Runnable check;
    private RebuildState state = RebuildState.BUILDING;
    private long events;
    private @Nullable Long total;
    private long stored = System.nanoTime();
    private long logged = System.nanoTime();

    /** @param check fails when this instance is to end */
    AttemptProgress(Rebuilds rebuilds, Attempt attempt, Runnable check) {
        this.rebuilds = rebuilds;
        this.attempt = attempt;
        this.check = check;
    }

    /** The attempt was taken over by another instance, which could not see that this one is alive. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1;

        TakenOver() {
            super("another instance carries it out now", null, false, false);
        }
    }

    @Override
    public void total(long all) {
        total = all;
        store();
    }

    @Override
    public void folded(long more) {
        events += more;
        if (total != null && events > total) {
            total = events;
        }
        check.run();
        if (System.nanoTime() - stored > STORE.toNanos()) {
            store();
        }
    }

    @Override
    public void indexing() {
        enter(RebuildState.INDEXING);
    }

    void enter(RebuildState next) {
        state = next;
        check.run();
        store();
    }

    private void store() {
        stored = System.nanoTime();
        try {
            if (!rebuilds.advance(attempt, state, events, total)) {
                throw new TakenOver();
            }
            if (stored - logged > LOG.toNanos()) {
                logged = stored;
                rebuilds.find(attempt.id()).ifPresent(it -> log.info("{}", it));
            }
        } catch (DataAccessException e) {
            log.debug("progress cannot be stored", e);
        }
    }

    /** False when another instance carries it out, or when that cannot be known. */
    boolean isCurrent() {
        try {
            return rebuilds.advance(attempt, state, events, total);
        } catch (DataAccessException _) {
            return false;
        }
    }

    long events() {
        return events;
    }
}
