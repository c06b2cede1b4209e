package roster.query.projection;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.UnreadableEvent;
import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Advance;
import roster.query.fold.Batches;
import roster.query.fold.Builder;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.LivePosition;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.EventUnreadable;
import roster.query.problem.QueryRejection.RebuildRunning;

/** Rebuilds all views from the event store beside the live ones, and switches readers over when they have caught up. */
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

    /** @throws QueryRejected as a conflict while another rebuild runs, in this or another instance; or when an event cannot be read */
    Rebuilt run() {
        try {
            return runUnlessRunning().orElseThrow(() -> new QueryRejected(new RebuildRunning()));
        } catch (UnreadableEvent e) {
            log.error("the views are not rebuilt: {}", e.getMessage());
            throw new QueryRejected(new EventUnreadable("The views stay as they are: " + e.getMessage() + "."));
        }
    }

    /** Empty when another rebuild runs. */
    Optional<Rebuilt> runUnlessRunning() {
        try (var lock = BuildLock.of(database.rebuilding())) {
            return lock.isMine() ? Optional.of(build()) : Optional.empty();
        }
    }

    private Rebuilt build() {
        long start = System.nanoTime();
        dropAbandoned();
        try {
            var copied = new Builder(database.rebuilding(), layout, keys).build();
            long caughtUp = catchUp(copied.generation());
            var made = makeLive(copied.generation());
            live.reached(made.position());
            var rebuilt = new Rebuilt(copied.generation().number(), copied.events() + caughtUp + made.events(), copied.rows(),
                    Long.toString(made.position()), Duration.ofNanos(System.nanoTime() - start));
            log.info("rebuilt the views: {}", rebuilt);
            return rebuilt;
        } catch (RuntimeException e) {
            dropAbandoned();
            throw e;
        }
    }

    private long catchUp(Generation generation) {
        long events = 0;
        Advance advance;
        do {
            advance = inTransaction(generation.number());
            events += advance.events();
        } while (advance.more());
        return events;
    }

    private Advance inTransaction(int number) {
        return transaction.<Advance>execute(_ -> batches.fold(generations.await(number)));
    }

    /** Locks the old generation, and switches over only when the new one is not behind it, so that readers never see an older state. */
    private Made makeLive(Generation built) {
        return transaction.<Made>execute(_ -> {
            long required = generations.awaitLive().map(Generation::position).orElse(0L);
            long events = 0;
            var reached = generations.await(built.number());
            do {
                var advance = batches.fold(reached);
                events += advance.events();
                reached = new Generation(built.number(), advance.position());
            } while (reached.position() < required);
            generations.makeLive(reached);
            return new Made(reached.position(), events);
        });
    }

    private record Made(long position, long events) {}

    private void dropAbandoned() {
        while (transaction.<Boolean>execute(_ -> {
            var abandoned = generations.lockAbandoned();
            abandoned.ifPresent(generations::drop);
            return abandoned.isPresent();
        })) {
            log.info("dropped unfinished views");
        }
    }
}
