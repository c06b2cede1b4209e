package roster.query.generation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.query.problem.Rejected;
import roster.query.problem.Rejection.Unavailable;

/**
 * Reads the live views as of one position: every statement of one reading sees the same snapshot and the same generation. No more
 * readings run at once than there are connections for them; the others wait at the door.
 */
@Component
public final class LiveViews {
    /** Connections that are left for looking up who asks. */
    private static final int NOT_FOR_READERS = 4;
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(2);

    private final Semaphore door;
    private final TransactionTemplate transaction;
    private final Generations generations;

    LiveViews(HikariDataSource connections, PlatformTransactionManager transactions, JdbcClient jdbc, Layout layout) {
        this.door = new Semaphore(Math.max(1, connections.getMaximumPoolSize() - NOT_FOR_READERS), true);
        this.transaction = new TransactionTemplate(transactions);
        this.generations = new Generations(jdbc, layout);
    }

    /**
     * What {@code question} makes of the position, and of the tables that unqualified SQL finds while it runs.
     *
     * @throws Rejected as unavailable when there are no views yet, or too many readers
     */
    public <T> T read(Function<Long, T> question) {
        return admitted(() -> {
            var live = generations.live().orElseThrow(() -> new Rejected(new Unavailable("The views are being built.")));
            return question.apply(live.position());
        });
    }

    /** Something about the event store itself. */
    public <T> T admitted(Supplier<T> question) {
        if (!enter()) {
            throw new Rejected(new Unavailable("Too many questions at once."));
        }
        try {
            return transaction.<T>execute(_ -> question.get());
        } finally {
            door.release();
        }
    }

    private boolean enter() {
        try {
            return door.tryAcquire(AT_THE_DOOR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
