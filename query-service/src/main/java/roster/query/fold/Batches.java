package roster.query.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.HighWaterMark;
import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Fold.Destination;
import roster.query.generation.Erased;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.View;

/** Folds one batch of events into a generation that the caller has locked, in the caller's transaction. */
public final class Batches {
    private static final int MOST_EVENTS = 1_000;

    private final JdbcClient jdbc;
    private final EventReader events;
    private final Generations generations;

    public Batches(JdbcClient jdbc, Layout layout, DataKeys keys) {
        this.jdbc = jdbc;
        this.events = new EventReader(jdbc, keys);
        this.generations = new Generations(jdbc, layout);
    }

    public Advance fold(Generation generation) {
        return fold(generation, events.highWaterMark());
    }

    /** @param mark not beyond what the caller's snapshot shows */
    public Advance fold(Generation generation, HighWaterMark mark) {
        var batch = mark.position() > generation.position()
                ? events.read(generation.position(), mark.position(), MOST_EVENTS)
                : List.<RecordedEvent>of();
        var advance = Advance.over(batch, batch.size() == MOST_EVENTS, generation.position(), mark);
        if (advance.position() > generation.position()) {
            write(batch);
            generations.advance(generation, advance.position());
        }
        return advance;
    }

    private void write(List<RecordedEvent> batch) {
        var views = Views.all();
        var changed = new Changed();
        var fold = new Fold(views, changed);
        views.forEach(it -> it.load(jdbc, batch));
        batch.forEach(fold::apply);
        fold.end();
        changed.store(jdbc);
        erased(batch).ifPresent(erased -> views.forEach(it -> it.forget(jdbc, erased)));
    }

    /** Members erased in the batch. Their personal data is removed from all views, as by a rebuild. */
    private Optional<Erased> erased(List<RecordedEvent> batch) {
        var erased = batch.stream().filter(it -> it.event() instanceof MemberErased).toList();
        var members = erased.stream().map(RecordedEvent::aggregateId).toList();
        return members.isEmpty() ? Optional.empty()
                : Optional.of(new Erased(members, erased.stream().map(RecordedEvent::organizationId).distinct().toList(),
                        () -> events.readAggregates(members, Long.MAX_VALUE)));
    }

    /** Changed rows of a batch, by view. */
    private static final class Changed implements Destination {
        private final List<Consumer<JdbcClient>> stores = new ArrayList<>();

        @Override
        public <R> Consumer<R> of(View<R> view) {
            var rows = new ArrayList<R>();
            stores.add(jdbc -> {
                if (!rows.isEmpty()) {
                    view.store(jdbc, rows);
                }
            });
            return rows::add;
        }

        void store(JdbcClient jdbc) {
            stores.forEach(it -> it.accept(jdbc));
        }
    }
}
