package roster.query.fold;

import java.util.List;
import java.util.function.Consumer;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.UnreadableEvent;
import roster.query.generation.View;

/** Folds events into all views, event by event. Used for batches and for complete builds. */
final class Fold {
    private final List<Folded<?>> views;
    private long events;

    /** Receives the rows of each view. */
    interface Destination {
        <R> Consumer<R> of(View<R> view);
    }

    Fold(List<View<?>> views, Destination destination) {
        this.views = views.stream().<Folded<?>>map(it -> Folded.of(it, destination)).toList();
    }

    private record Folded<R>(View<R> view, Consumer<R> rows) {
        static <R> Folded<R> of(View<R> view, Destination destination) {
            return new Folded<>(view, destination.of(view));
        }

        void apply(RecordedEvent recorded) {
            view.apply(recorded, rows);
        }

        void end() {
            view.end(rows);
        }
    }

    void apply(RecordedEvent recorded) {
        try {
            views.forEach(it -> it.apply(recorded));
        } catch (RuntimeException e) {
            throw UnreadableEvent.of(recorded, e);
        }
        events++;
    }

    /** Passes on the rows that later events could have changed. */
    void end() {
        views.forEach(Folded::end);
    }

    long events() {
        return events;
    }
}
