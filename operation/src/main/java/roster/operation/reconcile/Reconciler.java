package roster.operation.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares again and again, in a thread of its own and in one instance at a time. The instance that compares holds an advisory lock on a
 * connection of its own; when it ends, another one takes over.
 */
public final class Reconciler implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration CHUNK = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final Comparison comparison;
    private final DataSource unpooled;
    private final ReconcilerProperties settings;
    private final Differences differences;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    /** @param unpooled opens a new connection each time */
    public Reconciler(Comparison comparison, DataSource unpooled, ReconcilerProperties settings) {
        this.comparison = comparison;
        this.unpooled = unpooled;
        this.settings = settings;
        this.differences = new Differences(comparison.pair());
        this.thread = Thread.ofPlatform().name("reconciler-" + comparison.pair()).daemon().unstarted(this::run);
    }

    public void start() {
        if (!settings.isOff()) {
            thread.start();
        }
    }

    String pair() {
        return comparison.pair();
    }

    Differences.Known known() {
        return differences.now();
    }

    private void run() {
        try {
            for (var wait = settings.first(); !closed.await(wait.toNanos(), TimeUnit.NANOSECONDS); wait = settings.pause()) {
                compareUnlessAnotherDoes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the lock from pass to pass, so that one instance knows what differs. */
    private void compareUnlessAnotherDoes() throws InterruptedException {
        try (var connection = unpooled.getConnection()) {
            if (!isLocked(connection)) {
                differences.leave();
                return;
            }
            do {
                pass();
                failing = false;
            } while (!closed.await(settings.pause().toNanos(), TimeUnit.NANOSECONDS) && connection.isValid(5));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            tell(e);
        }
    }

    private boolean isLocked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_try_advisory_lock(" + comparison.lock() + ")")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private void pass() throws Exception {
        long begin = System.nanoTime();
        differences.passBegins();
        compareAgain();
        comparison.compareAll(new Paced());
        differences.passEnds(Duration.ofNanos(System.nanoTime() - begin));
    }

    private void compareAgain() throws Exception {
        var before = differences.known();
        if (!before.isEmpty()) {
            differences.comparedAgain(before, comparison.compareAgain(before));
        }
    }

    private void tell(Exception e) {
        if (closed.getCount() > 0 && !failing) {
            failing = true;
            log.warn("{} cannot be compared now; retrying", comparison.pair(), e);
        }
    }

    /** Pauses after each chunk. Looks again meanwhile at what differs, so that a long pass does not keep what is mended. */
    private final class Paced implements Comparison.Pass {
        private long resumed = System.nanoTime();
        private long lookedAgain = System.nanoTime();

        @Override
        public void found(Difference difference) {
            differences.found(difference);
        }

        @Override
        public void rest(int compared) throws InterruptedException {
            differences.compared(compared);
            if (closed.await(settings.after(Duration.ofNanos(System.nanoTime() - resumed)).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("the service ends");
            }
            resumed = System.nanoTime();
            if (resumed - lookedAgain > AGAIN.toNanos()) {
                lookedAgain = resumed;
                lookAgain();
            }
        }

        private void lookAgain() throws InterruptedException {
            try {
                compareAgain();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("what differs cannot be compared again", e);
            }
        }
    }

    /** Waits for the current chunk, because clients of Kafka that are interrupted log errors. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread.isAlive() && !thread.join(CHUNK)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
