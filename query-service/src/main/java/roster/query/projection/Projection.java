package roster.query.projection;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.EventReader;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;
import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Advance;
import roster.query.fold.Batches;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.LivePosition;
import roster.query.generation.ProjectionDatabase;
import roster.query.rebuild.RebuildRunner;

/**
 * Keeps the live views up to date. The instance that holds the lock of the live generation folds the next batch; the other instances follow
 * its position and can take over.
 */
@Component
final class Projection implements Subscription.Step {
    private final TransactionTemplate transaction;
    private final Generations generations;
    private final Batches batches;
    private final EventReader events;
    private final RebuildRunner rebuilds;
    private final LivePosition live;
    private final ProjectionProgress progress;

    Projection(ProjectionDatabase database, RebuildRunner rebuilds, LivePosition live, ProjectionProgress progress,
            Layout layout, DataKeys keys) {
        this.transaction = database.transaction();
        this.generations = new Generations(database.jdbc(), layout);
        this.batches = new Batches(database.jdbc(), layout, keys);
        this.events = new EventReader(database.jdbc(), keys);
        this.rebuilds = rebuilds;
        this.live = live;
        this.progress = progress;
    }

    @Override
    public Progress advance() {
        var advance = transaction.<Optional<Advance>>execute(_ -> generations.lockLive().map(batches::fold));
        return advance.map(this::folded).orElseGet(this::watch);
    }

    private Progress folded(Advance advance) {
        live.reached(advance.position());
        progress.folded(advance);
        return advance.progress();
    }

    private Progress watch() {
        var position = generations.livePosition();
        if (position.isEmpty()) {
            rebuilds.runFirst();
            return Progress.CAUGHT_UP;
        }
        var mark = events.highWaterMark();
        live.reached(position.get());
        progress.watched(position.get(), mark);
        return position.get() < mark.position() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
    }
}
