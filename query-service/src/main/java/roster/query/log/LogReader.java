package roster.query.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.HighWaterMark;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;
import roster.eventstore.sealing.DataKeys;
import roster.query.log.witness.WitnessClient;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.TreeHead;
import roster.recordlog.note.NoteSigner;
import roster.recordlog.note.SignedNote;

/**
 * Appends events to their trees, up to the high-water mark, and writes checkpoints. The instance that locks the row of the progress does so;
 * trees, position and checkpoint advance in one transaction.
 */
public final class LogReader implements Subscription.Step {
    private static final int BATCH = 5_000;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final EventReader events;
    private final Epochs epochs;
    private final StoredEvents stored;
    private final TreeStore store;
    private final SignedBefore before;
    private final CheckpointWriter checkpoints;
    private final WitnessClient witnesses;
    private final String origin;
    private final Duration interval;
    private long lastCheckpoint;

    LogReader(DataSource connections, DataKeys keys, SignedBefore before, List<NoteSigner> signing, WitnessClient witnesses,
            LogProperties settings) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.jdbc = JdbcClient.create(connections);
        this.events = new EventReader(jdbc, keys);
        this.epochs = new Epochs(jdbc);
        this.stored = new StoredEvents(jdbc);
        this.store = new TreeStore(jdbc);
        this.before = before;
        this.checkpoints = new CheckpointWriter(jdbc, before, signing);
        this.witnesses = witnesses;
        this.origin = settings.origin();
        this.interval = settings.interval();
        this.lastCheckpoint = System.nanoTime() - interval.toNanos();
    }

    /** Position up to which the trees have all events, and the identity of the log. */
    private record State(String origin, long position) {}

    private record Reached(long position, HighWaterMark mark, Optional<SignedNote> signed) {
        Progress progress() {
            return position < mark.position() ? Progress.MORE : mark.isHeldBack() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
        }
    }

    @Override
    public Progress advance() {
        var step = transaction.<Optional<Reached>>execute(_ -> lock("for update skip locked").map(it -> step(it, isDue())));
        step.flatMap(Reached::signed).ifPresent(this::signed);
        return step.map(Reached::progress).orElse(Progress.CAUGHT_UP);
    }

    /**
     * Appends everything that has been recorded, and writes a checkpoint if there is something new.
     *
     * @throws QueryRejected while nothing is signed, because the log is forked
     */
    public void writeCheckpoint() {
        try {
            appendAll();
        } catch (LogForked e) {
            throw new QueryRejected(new Unavailable("Nothing is signed: " + e.getMessage() + "."));
        }
    }

    private void appendAll() {
        long recorded = events.highWaterMark().position();
        long reached;
        do {
            var step = Objects.requireNonNull(transaction.execute(_ -> step(lock("for update").orElseThrow(), true)));
            step.signed.ifPresent(this::signed);
            reached = step.position;
        } while (reached < recorded);
    }

    private Optional<State> lock(String how) {
        return jdbc.sql("select origin, position from record_log.progress " + how)
                .query((row, _) -> new State(row.getString(1), row.getLong(2))).optional();
    }

    private Reached step(State state, boolean checkpoint) {
        var mark = events.highWaterMark();
        var log = state.origin.isEmpty() ? origin : state.origin;
        long position = state.position;
        if (position < mark.position()) {
            position = append(position, mark.position());
            jdbc.sql("update record_log.progress set origin = ?, position = ?").param(log).param(position).update();
        }
        return new Reached(position, mark, checkpoint ? checkpoint(log, position) : Optional.empty());
    }

    /** @return the position up to which the trees have all events now */
    private long append(long after, long upTo) {
        var leaves = stored.read(after, upTo, BATCH, LogReader::leaf);
        if (!leaves.isEmpty()) {
            append(leaves);
        }
        return leaves.size() < BATCH ? upTo : leaves.getLast().position();
    }

    private void append(List<Leaf> leaves) {
        var ids = new LinkedHashSet<>(List.of(TreeHead.STORE));
        leaves.forEach(it -> ids.add(it.organizationId()));
        var trees = store.load(ids);
        var all = Objects.requireNonNull(trees.get(TreeHead.STORE));
        for (var leaf : leaves) {
            Objects.requireNonNull(trees.get(leaf.organizationId())).append(leaf);
            all.append(leaf);
        }
        store.save(new ArrayList<>(trees.values()));
    }

    private static Leaf leaf(LoggedEvent event) {
        return new Leaf(event.organizationId(), event.position(), event.hash());
    }

    private Optional<SignedNote> checkpoint(String log, long position) {
        int epoch = epochs.current();
        return checkpoints.write(LogOrigin.of(log, epoch), epoch, position);
    }

    private boolean isDue() {
        return System.nanoTime() - lastCheckpoint >= interval.toNanos();
    }

    private synchronized void signed(SignedNote note) {
        lastCheckpoint = System.nanoTime();
        before.remember(note);
        witnesses.ask(note);
    }
}
