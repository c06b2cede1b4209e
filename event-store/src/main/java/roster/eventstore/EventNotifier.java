package roster.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the notifications: after commit, on a connection of its own, one for many appends. (A NOTIFY inside the appending transaction
 * makes all commits wait in one line.)
 */
public final class EventNotifier implements AutoCloseable {
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(EventNotifier.class);

    private final DataSource connections;
    private final Semaphore appended = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("event-notifier").daemon().unstarted(this::send);
    private volatile boolean closed;

    /** @param connections gives a connection that nobody else uses, so not one of a pool's few */
    public EventNotifier(DataSource connections) {
        this.connections = connections;
    }

    public void start() {
        thread.start();
    }

    /** Something was appended, and has been committed. */
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
