package roster.notification.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * The connections to the relay, which e-mails use one after the other. There are few at first, and one more with each e-mail that the relay
 * answers, up to the setting. When the relay refuses a further one while others work, no more are opened for a while.
 */
@Component
final class RelayConnections implements AutoCloseable {
    private static final int FIRST = 4;
    private static final Duration UNTIL_NEXT_TRIAL = Duration.ofSeconds(30);

    private final Relay relay;
    private final Set<RelayConnection> used = new HashSet<>();
    /** The one that was used last comes first, so that those that are not needed fall silent. */
    private final Deque<RelayConnection> idle = new ArrayDeque<>();
    private int bound;
    /** The relay refused more than these. */
    private int enough;
    private long refusedAt;

    RelayConnections(Relay relay, MeterRegistry meters) {
        this.relay = relay;
        begin();
        Gauge.builder("roster.relay.connections", this, RelayConnections::count)
                .description("connections to the relay, in use or kept for the next e-mail").register(meters);
        Gauge.builder("roster.relay.connections.bound", this, RelayConnections::bound)
                .description(
                        "connections that are used at most; less than the setting while the relay refuses more, or has not had many e-mails")
                .register(meters);
    }

    /**
     * Waits until connections are free.
     *
     * @param wanted number that ends the wait
     * @param most   number in use at most, if it is below the bound
     * @return number of e-mails for which there are connections now
     */
    synchronized int awaitFree(int wanted, int most, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (free(most) < Math.min(wanted, Math.min(most, bound)) && end > System.nanoTime()) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return free(most);
    }

    private int free(int most) {
        return Math.max(0, Math.min(most, bound) - used.size());
    }

    /** A connection for one thread, until it gives it back. */
    synchronized RelayConnection borrow() {
        var connection = idle.isEmpty() ? relay.connection() : idle.pop();
        used.add(connection);
        return connection;
    }

    synchronized void giveBack(RelayConnection connection) {
        used.remove(connection);
        if (connection.isOpen()) {
            idle.push(connection);
            bound = Math.min(bound + 1, most());
        }
        notifyAll();
    }

    private int most() {
        return System.nanoTime() - refusedAt < UNTIL_NEXT_TRIAL.toNanos() ? enough : relay.mostConnections();
    }

    /**
     * To be called when a connection could not be opened.
     *
     * @return true when others are in use: the relay may be content with them; false when it accepts none
     */
    synchronized boolean areOthersUsed() {
        int others = used.size() - 1;
        if (others == 0) {
            begin();
            return false;
        }
        int open = (int) used.stream().filter(RelayConnection::isOpen).count();
        if (open > 0) {
            enough = open;
            refusedAt = System.nanoTime();
        }
        bound = Math.min(bound, open > 0 ? open : others);
        return true;
    }

    private void begin() {
        enough = relay.mostConnections();
        refusedAt = System.nanoTime();
        bound = Math.min(FIRST, enough);
    }

    private synchronized int count() {
        return idle.size() + used.size();
    }

    synchronized int bound() {
        return bound;
    }

    /** Closes connections that have not been needed for long. */
    void rest() {
        silent().forEach(it -> Thread.startVirtualThread(it::close));
    }

    private synchronized List<RelayConnection> silent() {
        var silent = new ArrayList<RelayConnection>();
        while (!idle.isEmpty() && idle.peekLast().isSilentForLong()) {
            silent.add(idle.removeLast());
        }
        return silent;
    }

    @Override
    public synchronized void close() {
        idle.forEach(RelayConnection::close);
        idle.clear();
    }
}
