package roster.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

import roster.eventstore.HighWaterMark;
import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Batches;
import roster.query.fold.Builder;
import roster.query.fold.Builder.Copied;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;

/**
 * Folds all events into tables beside the live views, and compares both row by row, in one snapshot and at the position that the live views
 * have in it. Then drops the tables.
 */
@Component
final class Verification {
    private static final Duration PENDING = Duration.ofMillis(200);
    private static final int MOST_LOOKS = 300;
    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    private final ProjectionDatabase database;
    private final Layout layout;
    private final DataKeys keys;
    private final Rebuild rebuild;

    Verification(ProjectionDatabase database, Layout layout, DataKeys keys, Rebuild rebuild) {
        this.database = database;
        this.layout = layout;
        this.keys = keys;
        this.rebuild = rebuild;
    }

    /** The views cannot be verified. The message contains no data of events. */
    static final class Unverifiable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unverifiable(String message) {
            super(message);
        }
    }

    /** Only for the holder of the build lock. */
    Rebuilt run(AttemptProgress progress) {
        long start = System.nanoTime();
        rebuild.dropAbandoned();
        try {
            long begin = new Generations(database.jdbc(), layout).livePosition()
                    .orElseThrow(() -> new Unverifiable("there are no views yet"));
            var copied = new Builder(database.rebuilding(), layout, keys, progress).build(begin);
            var verified = comparedOnceNoErasureIsPending(copied, progress, start);
            verified.differing().forEach(it -> log.warn("the views differ from their events: {}", it));
            return verified;
        } catch (RuntimeException e) {
            rebuild.abandon(progress);
            throw e;
        }
    }

    /** The names of members who are erased are gone from what can be folded at once, but from the views only when they have got there. */
    private Rebuilt comparedOnceNoErasureIsPending(Copied copied, AttemptProgress progress, long start) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            progress.enter(RebuildState.CATCHING_UP);
            var verified = compared(copied, progress, start);
            if (verified.isPresent()) {
                return verified.get();
            }
            LockSupport.parkNanos(PENDING.toNanos());
        }
        throw new Unverifiable("the live views do not get on to the erasure of a member");
    }

    private Optional<Rebuilt> compared(Copied copied, AttemptProgress progress, long start) {
        try (var connection = database.rebuilding().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var verified = compared(JdbcClient.create(new SingleConnectionDataSource(connection, true)), copied, progress, start);
            connection.commit();
            return verified;
        } catch (SQLException e) {
            throw Objects.requireNonNull(new SQLStateSQLExceptionTranslator().translate("verifying views", null, e));
        }
    }

    /** @param jdbc one transaction, which sees one snapshot and its own changes */
    private Optional<Rebuilt> compared(JdbcClient jdbc, Copied copied, AttemptProgress progress, long start) {
        var generations = new Generations(jdbc, layout);
        var live = generations.live().orElseThrow();
        if (isErasurePending(jdbc, live.position())) {
            return Optional.empty();
        }
        var folded = generations.await(copied.generation().number());
        catchUp(new Batches(jdbc, layout, keys), folded, live.position(), progress);
        progress.enter(RebuildState.COMPARING);
        long differences = 0;
        var differing = new ArrayList<RowDifference>();
        for (var table : layout.tables()) {
            var comparison = new TableComparison(jdbc, table, live.number(), folded.number());
            long found = comparison.count();
            differences += found;
            differing.addAll(found == 0 ? List.of() : comparison.first());
        }
        generations.drop(folded);
        return Optional.of(new Rebuilt(live.number(), progress.events(), copied.rows(), Long.toString(live.position()),
                Duration.ofNanos(System.nanoTime() - start), differences, differing));
    }

    private static boolean isErasurePending(JdbcClient jdbc, long position) {
        return jdbc.sql("select exists (select from event_store.event where position > ? and event_type = 'member.erased')")
                .param(position).query(Boolean.class).single();
    }

    private static void catchUp(Batches batches, Generation folded, long position, AttemptProgress progress) {
        var reached = folded;
        while (reached.position() < position) {
            var advance = batches.fold(reached, new HighWaterMark(position, position));
            progress.folded(advance.events());
            reached = new Generation(folded.number(), advance.position());
        }
    }
}
