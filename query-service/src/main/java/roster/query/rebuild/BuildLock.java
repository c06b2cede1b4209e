package roster.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Lets only one instance build at a time. Held by a dedicated connection, so that it is released when its holder dies. */
final class BuildLock implements AutoCloseable {
    /** Two integers, so that it cannot collide with the locks of the event store, whose keys are one bigint. */
    private static final String TRY = "select pg_try_advisory_lock(7, 1)";

    private final Connection connection;
    private final boolean mine;

    private BuildLock(Connection connection, boolean mine) {
        this.connection = connection;
        this.mine = mine;
    }

    static BuildLock of(DataSource unpooled) {
        try {
            var connection = unpooled.getConnection();
            try (var statement = connection.createStatement(); var answer = statement.executeQuery(TRY)) {
                answer.next();
                return new BuildLock(connection, answer.getBoolean(1));
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no lock for building", e);
        }
    }

    boolean isMine() {
        return mine;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // the connection, and so the lock, is already closed
        }
    }
}
