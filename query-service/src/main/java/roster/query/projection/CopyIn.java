package roster.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;

import roster.query.generation.Columns;

/** Rows on their way into a table by COPY. */
final class CopyIn<R> implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final org.postgresql.copy.CopyIn copy;
    private final Columns<R> columns;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4_096);

    CopyIn(Connection connection, String sql, Columns<R> columns) throws SQLException {
        this.copy = Objects.requireNonNull(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
        this.columns = columns;
    }

    void add(R row) {
        columns.line(row, buffer);
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /** How many rows there were. */
    long end() throws SQLException {
        flush();
        return copy.endCopy();
    }

    private void flush() {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy rows in", e);
        }
    }

    /** Without an end, nothing was copied. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
