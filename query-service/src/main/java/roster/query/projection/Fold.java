package roster.query.projection;

import java.util.List;
import java.util.function.Consumer;

import roster.contract.event.RecordedEvent;
import roster.query.generation.View;

/** All views, folded together event by event: the same for a batch on top of what is there and for everything from the beginning. */
final class Fold {
    private final List<Folded<?>> views;
    private long events;

    /** Where the rows of each view go. */
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
        for (var view : views) {
            view.apply(recorded);
        }
        events++;
    }

    /** Hands out the rows that later events might still have changed. */
    void end() {
        views.forEach(Folded::end);
    }

    long events() {
        return events;
    }
}
