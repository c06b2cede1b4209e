package roster.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.stored.RecordedEvent;

/** Appends in transactions that the test commits or rolls back. */
public final class Writer implements AutoCloseable {
    private final Connection connection;
    private final EventAppender appender;

    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.appender = new EventAppender(connections(), FreshStore.keys());
    }

    /** Appends an event and returns its position. */
    public long append() {
        return append(FreshStore.somethingHappens()).getFirst().position();
    }

    List<RecordedEvent> append(List<NewEvent> events) {
        return appender.append(events);
    }

    DataSource connections() {
        return new SingleConnectionDataSource(connection, true);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(connections());
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
