package roster.query.rebuild;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Advance;
import roster.query.fold.Batches;
import roster.query.fold.Builder;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.LivePosition;
import roster.query.generation.ProjectionDatabase;

/** Builds all views from the event store beside the live ones, and switches readers over when they have caught up. */
@Component
final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final ProjectionDatabase database;
    private final Layout layout;
    private final DataKeys keys;
    private final TransactionTemplate transaction;
    private final Generations generations;
    private final Batches batches;
    private final LivePosition live;

    Rebuild(ProjectionDatabase database, Layout layout, LivePosition live, DataKeys keys) {
        JdbcClient jdbc = database.jdbc();
        this.database = database;
        this.layout = layout;
        this.keys = keys;
        this.transaction = database.transaction();
        this.generations = new Generations(jdbc, layout);
        this.batches = new Batches(jdbc, layout, keys);
        this.live = live;
    }

    /** Only for the holder of the build lock. */
    Rebuilt run(AttemptProgress progress) {
        long start = System.nanoTime();
        dropAbandoned();
        try {
            var copied = new Builder(database.rebuilding(), layout, keys, progress).build();
            progress.enter(RebuildState.CATCHING_UP);
            catchUp(copied.generation(), progress);
            progress.enter(RebuildState.SWITCHING);
            var position = makeLive(copied.generation(), progress);
            live.reached(position);
            return new Rebuilt(copied.generation().number(), progress.events(), copied.rows(), Long.toString(position),
                    Duration.ofNanos(System.nanoTime() - start), null, List.of());
        } catch (RuntimeException e) {
            abandon(progress);
            throw e;
        }
    }

    /** Leaves everything to the next attempt when that may have begun. */
    void abandon(AttemptProgress progress) {
        if (progress.isCurrent()) {
            dropAbandoned();
        }
    }

    private void catchUp(Generation generation, AttemptProgress progress) {
        Advance advance;
        do {
            advance = inTransaction(generation.number());
            progress.folded(advance.events());
        } while (advance.more());
    }

    private Advance inTransaction(int number) {
        return transaction.<Advance>execute(_ -> batches.fold(generations.await(number)));
    }

    /**
     * Locks the old generation, and switches over only when the new one is not behind it, so that readers never see an older state.
     *
     * @return position of the new one
     */
    private long makeLive(Generation built, AttemptProgress progress) {
        return transaction.<Long>execute(_ -> {
            long required = generations.awaitLive().map(Generation::position).orElse(0L);
            var reached = generations.await(built.number());
            do {
                var advance = batches.fold(reached);
                progress.folded(advance.events());
                reached = new Generation(built.number(), advance.position());
            } while (reached.position() < required);
            generations.makeLive(reached);
            return reached.position();
        });
    }

    /** Drops what an attempt has left that was interrupted. Only for the holder of the build lock. */
    void dropAbandoned() {
        while (transaction.<Boolean>execute(_ -> {
            var abandoned = generations.lockAbandoned();
            abandoned.ifPresent(generations::drop);
            return abandoned.isPresent();
        })) {
            log.info("dropped unfinished views");
        }
    }
}
