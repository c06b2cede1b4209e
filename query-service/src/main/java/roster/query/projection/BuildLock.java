package roster.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Lets one instance build at a time. Held by a connection of its own, so that it ends when its holder does, however that happens. */
final class BuildLock implements AutoCloseable {
    /** Two integers, and thereby apart from the event store's locks, which have one bigint. */
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
            // gone already, and the lock with it
        }
    }
}
