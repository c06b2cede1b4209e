package roster.query.fold;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;

import roster.query.generation.Table;

/**
 * Copies rows into a table by COPY. A connection can run only one COPY at a time, and several tables grow at the same time, so rows are
 * buffered and copied in batches.
 */
final class CopyIn<R> {
    private static final int WORTH_ONE = 1 << 19;

    private final Connection connection;
    private final Table<R> table;
    private final StringBuilder gathered = new StringBuilder();
    private long rows;

    CopyIn(Connection connection, Table<R> table) {
        this.connection = connection;
        this.table = table;
    }

    void add(R row) {
        table.columns().copy(row, gathered);
        rows++;
        if (gathered.length() >= WORTH_ONE) {
            copy();
        }
    }

    /** Copies the remaining rows, and returns the number of all rows. */
    long end() {
        copy();
        return rows;
    }

    private void copy() {
        var bytes = gathered.toString().getBytes(StandardCharsets.UTF_8);
        gathered.setLength(0);
        try {
            var copy = Objects.requireNonNull(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy()));
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy rows in", e);
        }
    }
}
