package roster.query.generation;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.RecordedEvent;

/**
 * Folds events into the rows {@code R} of one table. Each batch of events has its own instance, which starts from the stored rows; each build
 * has its own, which starts empty.
 */
public interface View<R> {
    Table<R> table();

    /** Loads the stored rows that the events of a batch change. */
    default void load(JdbcClient jdbc, List<RecordedEvent> batch) {}

    /** @param rows receives rows that no later event can change */
    void apply(RecordedEvent recorded, Consumer<R> rows);

    /** @param rows receives all other rows */
    default void end(Consumer<R> rows) {}

    /** Stores the rows of a batch. */
    default void store(JdbcClient jdbc, Collection<R> rows) {
        table().upsert(jdbc, rows);
    }

    /** Removes personal data of erased members from stored rows that the events of the batch do not change. */
    default void forget(JdbcClient jdbc, Erased erased) {}
}
