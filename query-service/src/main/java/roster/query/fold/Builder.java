package roster.query.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
 * Builds a new generation up to the high-water mark: reads the events once in order, folds them in memory, and copies the rows into the
 * tables. Runs in one transaction, so that a builder that dies leaves nothing.
 */
public final class Builder {
    private static final SQLExceptionTranslator FAILURES = new SQLStateSQLExceptionTranslator();

    private final DataSource unpooled;
    private final Layout layout;
    private final DataKeys keys;

    public Builder(DataSource unpooled, Layout layout, DataKeys keys) {
        this.unpooled = unpooled;
        this.layout = layout;
        this.keys = keys;
    }

    /** @param rows number of rows by table */
    public record Copied(Generation generation, long events, Map<String, Long> rows) {}

    public Copied build() {
        try (var reading = unpooled.getConnection(); var writing = unpooled.getConnection()) {
            return build(reading, writing);
        } catch (SQLException e) {
            throw Objects.requireNonNull(FAILURES.translate("building views", null, e));
        }
    }

    private Copied build(Connection reading, Connection writing) throws SQLException {
        var events = new EventReader(client(reading), keys);
        long mark = events.highWaterMark().position();
        reading.setAutoCommit(false);
        writing.setAutoCommit(false);
        var generation = new Generations(client(writing), layout).begin(mark);
        layout.create(client(writing), generation);
        var rows = new Copies(writing);
        long folded = fill(rows, events, mark);
        var copied = new Copied(generation, folded, rows.end());
        layout.index(client(writing));
        writing.commit();
        return copied;
    }

    private static long fill(Copies rows, EventReader events, long mark) {
        try (var recorded = events.stream(mark)) {
            var fold = new Fold(Views.all(), rows);
            recorded.forEach(fold::apply);
            fold.end();
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
