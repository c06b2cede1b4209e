package roster.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.generation.Columns;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.history.HistoryRows;
import roster.query.member.MemberRows;
import roster.query.role.RoleRows;
import roster.query.token.ApiTokenRows;

/**
 * Fills a new generation with everything up to the high-water mark: reads the events once and in order, folds them in memory, and copies
 * the rows in. All in one transaction, so that a builder that dies leaves nothing.
 */
final class Builder {
    private static final SQLExceptionTranslator FAILURES = new SQLStateSQLExceptionTranslator();

    private final DataSource unpooled;
    private final DataKeys keys;
    private final Map<String, Long> rows = new HashMap<>();

    Builder(DataSource unpooled, DataKeys keys) {
        this.unpooled = unpooled;
        this.keys = keys;
    }

    /** @param rows by table */
    record Copied(Generation generation, long events, Map<String, Long> rows) {}

    Copied build() {
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
        var layout = new Layout(client(writing));
        var generation = new Generations(client(writing)).begin(mark);
        layout.create(generation);
        long folded = fill(writing, events, mark);
        layout.index();
        writing.commit();
        return new Copied(generation, folded, rows);
    }

    private long fill(Connection writing, EventReader events, long mark) throws SQLException {
        // History is the only view that grows with every event, and the only one that need not be kept in memory.
        try (var recorded = events.stream(mark); var history = new CopyIn<>(writing, HistoryRows.COPY, HistoryRows.COLUMNS)) {
            var fold = new Fold(new HashMap<>(), new HashMap<>(), history::add);
            recorded.forEach(fold::apply);
            rows.put("member_history", history.end());
            copy(writing, "member", MemberRows.COPY, MemberRows.COLUMNS, fold.members());
            copy(writing, "role_count", RoleRows.COPY, RoleRows.COLUMNS, fold.roleChanges());
            copy(writing, "api_token", ApiTokenRows.COPY, ApiTokenRows.COLUMNS, fold.tokens());
            return fold.events();
        }
    }

    private <R> void copy(Connection writing, String table, String sql, Columns<R> columns, Collection<R> all) throws SQLException {
        try (var copy = new CopyIn<>(writing, sql, columns)) {
            all.forEach(copy::add);
            rows.put(table, copy.end());
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
