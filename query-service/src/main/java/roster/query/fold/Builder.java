package roster.query.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.fold.Fold.Destination;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.View;

/**
 * Builds a new generation: reads the events once in order, folds them in memory, and copies the rows into the
 * tables. Runs in one transaction, so that a builder that dies leaves nothing.
 */
public final class Builder {
    private static final SQLExceptionTranslator FAILURES = new SQLStateSQLExceptionTranslator();
    private static final long STEP = 1_000;

    private final DataSource unpooled;
    private final Layout layout;
    private final DataKeys keys;
    private final BuildProgress progress;

    public Builder(DataSource unpooled, Layout layout, DataKeys keys, BuildProgress progress) {
        this.unpooled = unpooled;
        this.layout = layout;
        this.keys = keys;
        this.progress = progress;
    }

    /** @param rows number of rows by table */
    public record Copied(Generation generation, long events, Map<String, Long> rows) {}

    /** Builds up to the high-water mark. */
    public Copied build() {
        return build(events -> events.highWaterMark().position());
    }

    /** Builds up to a position that views have reached. */
    public Copied build(long position) {
        return build(_ -> position);
    }

    private Copied build(ToLongFunction<EventReader> mark) {
        try (var reading = unpooled.getConnection(); var writing = unpooled.getConnection()) {
            var events = new EventReader(client(reading), keys);
            return build(events, mark.applyAsLong(events), reading, writing);
        } catch (SQLException e) {
            throw Objects.requireNonNull(FAILURES.translate("building views", null, e));
        }
    }

    private Copied build(EventReader events, long mark, Connection reading, Connection writing) throws SQLException {
        progress.total(events.count(-1, mark));
        reading.setAutoCommit(false);
        writing.setAutoCommit(false);
        var generation = new Generations(client(writing), layout).begin(mark);
        layout.create(client(writing), generation);
        var rows = new Copies(writing);
        long folded = fill(rows, events, mark);
        var copied = new Copied(generation, folded, rows.end());
        progress.indexing();
        layout.index(client(writing));
        writing.commit();
        return copied;
    }

    private long fill(Copies rows, EventReader events, long mark) {
        try (var recorded = events.stream(mark)) {
            var fold = new Fold(Views.all(), rows);
            recorded.forEach(event -> {
                fold.apply(event);
                if (fold.events() % STEP == 0) {
                    progress.folded(STEP);
                }
            });
            fold.end();
            progress.folded(fold.events() % STEP);
            return fold.events();
        }
    }

    /** Copies the rows of all views into their tables. */
    private static final class Copies implements Destination {
        private final Connection writing;
        private final Map<String, CopyIn<?>> tables = new LinkedHashMap<>();

        Copies(Connection writing) {
            this.writing = writing;
        }

        @Override
        public <R> Consumer<R> of(View<R> view) {
            var copy = new CopyIn<>(writing, view.table());
            tables.put(view.table().name(), copy);
            return copy::add;
        }

        /** Number of rows by table. */
        Map<String, Long> end() {
            var counts = new LinkedHashMap<String, Long>();
            tables.forEach((table, copy) -> counts.put(table, copy.end()));
            return counts;
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
