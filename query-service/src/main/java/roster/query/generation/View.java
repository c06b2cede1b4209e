package roster.query.generation;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.RecordedEvent;

/**
 * Folds events into the rows {@code R} of one table. Each batch of events has one of its own, which begins with what is stored; so has
 * each build of all views, which begins with nothing.
 */
public interface View<R> {
    Table<R> table();

    /** Loads the stored rows that a batch is about. */
    default void load(JdbcClient jdbc, List<RecordedEvent> batch) {}

    /** @param rows takes those that no later event changes */
    void apply(RecordedEvent recorded, Consumer<R> rows);

    /** @param rows takes the rest */
    default void end(Consumer<R> rows) {}

    /** Stores the rows of a batch. */
    default void store(JdbcClient jdbc, Collection<R> rows) {
        table().upsert(jdbc, rows);
    }

    /** Takes what named erased members out of stored rows, as far as it does not follow from the events of the batch. */
    default void forget(JdbcClient jdbc, Erased erased) {}
}
