package roster.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications after commit, on a dedicated connection, one for many appends. A NOTIFY inside the appending transaction would
 * serialize all commits.
 */
public final class EventNotifier implements AutoCloseable {
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(EventNotifier.class);

    private final DataSource connections;
    private final Semaphore appended = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("event-notifier").daemon().unstarted(this::send);
    private volatile boolean closed;

    /** @param connections opens a dedicated connection; must not be a pool */
    public EventNotifier(DataSource connections) {
        this.connections = connections;
    }

    public void start() {
        thread.start();
    }

    /** To be called after the commit of an append. */
    public void appended() {
        appended.release();
    }

    private void send() {
        while (!closed) {
            try (var connection = connections.getConnection(); var statement = connection.createStatement()) {
                while (!closed) {
                    appended.acquire();
                    appended.drainPermits();
                    statement.execute("notify " + EventNotifications.CHANNEL);
                }
            } catch (SQLException e) {
                log.debug("not notifying of events", e);
                appended.release();
                LockSupport.parkNanos(RECONNECT.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
