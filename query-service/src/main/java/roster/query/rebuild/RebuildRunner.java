package roster.query.rebuild;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import roster.eventstore.UnreadableEvent;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;
import roster.query.rebuild.AttemptProgress.TakenOver;
import roster.query.rebuild.Rebuilds.Attempt;
import roster.query.rebuild.Verification.Unverifiable;

/**
 * Carries out rebuilds that are requested, one at a time, in whichever instance holds the build lock. An instance that ends leaves its rebuild
 * unfinished, and another one, or the same one once it is started again, starts over.
 */
@Component
public final class RebuildRunner implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 3;
    private static final Logger log = LoggerFactory.getLogger(RebuildRunner.class);

    private final ProjectionDatabase database;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final Rebuild rebuild;
    private final Verification verification;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;

    RebuildRunner(ProjectionDatabase database, Layout layout, Rebuilds rebuilds, Rebuild rebuild, Verification verification) {
        this.database = database;
        this.generations = new Generations(database.jdbc(), layout);
        this.rebuilds = rebuilds;
        this.rebuild = rebuild;
        this.verification = verification;
    }

    /** Builds the first generation, unless another instance does. Fails when it cannot be built. */
    public void runFirst() {
        try (var lock = BuildLock.of(database.rebuilding())) {
            if (lock.isMine() && generations.livePosition().isEmpty()) {
                rebuilds.request(false, true);
                rebuilds.begin().ifPresent(this::attempt);
            }
        }
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void look() {
        try {
            if (generations.livePosition().isPresent() && rebuilds.unfinished().isPresent()) {
                wake();
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("cannot look for rebuilds", e);
        }
    }

    /** Carries out what is requested, unless another instance does already. */
    void wake() {
        if (!closed && running.compareAndSet(false, true)) {
            Thread.ofPlatform().name("rebuild").daemon().start(() -> {
                try {
                    run();
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void run() {
        try (var lock = BuildLock.of(database.rebuilding())) {
            if (lock.isMine()) {
                rebuilds.begin().ifPresent(this::attempt);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("the rebuild is interrupted, and starts over", e);
        } catch (RuntimeException e) {
            log.debug("the rebuild has ended", e);
        }
    }

    private void attempt(Attempt attempt) {
        if (attempt.number() > MOST_ATTEMPTS && !attempt.initial()) {
            rebuilds.fail(attempt, "it was interrupted " + MOST_ATTEMPTS + " times");
            return;
        }
        try {
            finish(attempt);
        } catch (UnreadableEvent | Unverifiable e) {
            if (!attempt.initial()) {
                log.error("the views are not {}: {}", attempt.verify() ? "verified" : "rebuilt", e.getMessage());
            }
            rebuilds.fail(attempt, String.valueOf(e.getMessage()));
            throw e;
        } catch (DataAccessException | TransactionException | TakenOver | Closed e) {
            throw e; // an interruption: the rebuild stays unfinished
        } catch (RuntimeException e) {
            log.error("the rebuild has failed", e);
            rebuilds.fail(attempt, e.getClass().getSimpleName());
            throw e;
        }
    }

    private void finish(Attempt attempt) {
        var progress = new AttemptProgress(rebuilds, attempt, this::requireOpen);
        var result = attempt.verify() ? verification.run(progress) : rebuild.run(progress);
        var state = result.differences() == null ? RebuildState.DONE
                : result.differences() == 0 ? RebuildState.VERIFIED : RebuildState.DIFFERENT;
        rebuilds.end(attempt, state, result);
        log.info("{} {}: generation {}, {} events, position {}, {} s, differences: {}", attempt.verify() ? "verifying run" : "rebuild",
                state.value(), result.generation(), result.events(), result.position(), result.duration().toSeconds(),
                result.differences());
    }

    /** The service ends. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("the service ends", null, false, false);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new Closed();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
