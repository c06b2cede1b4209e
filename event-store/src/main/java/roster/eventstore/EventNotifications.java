package roster.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies listeners, within milliseconds, that events may have been appended. A hint only: subscriptions also poll. */
public final class EventNotifications implements AutoCloseable {
    static final String CHANNEL = "event_appended";
    private static final int ALIVE_CHECK_MILLIS = 5_000;
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(EventNotifications.class);

    private final DataSource connections;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("event-notifications").daemon().unstarted(this::listen);
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /** @param connections opens a dedicated connection; must not be a pool */
    public EventNotifications(DataSource connections) {
        this.connections = connections;
    }

    public void start() {
        thread.start();
    }

    public void onEvents(Runnable listener) {
        listeners.add(listener);
    }

    private void listen() {
        while (!closed) {
            try (var connection = connections.getConnection()) {
                listening = connection;
                listen(connection);
            } catch (SQLException e) {
                log.debug("not listening for events", e);
                LockSupport.parkNanos(RECONNECT.toNanos());
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        var notifications = connection.unwrap(PGConnection.class);
        wakeAll();
        while (!closed) {
            if (notifications.getNotifications(ALIVE_CHECK_MILLIS).length > 0) {
                wakeAll();
            } else {
                checkAlive(connection);
            }
        }
    }

    private static void checkAlive(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void wakeAll() {
        listeners.forEach(Runnable::run);
    }

    /** Aborts the connection, because the thread that listens on it cannot be interrupted. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        var connection = listening;
        if (connection != null) {
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("cannot abort the connection", e);
        }
    }
}
