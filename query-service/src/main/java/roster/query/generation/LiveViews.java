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

import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/**
 * Reads the live views at one position: all statements of one read see the same snapshot and the same generation. The number of concurrent
 * reads is limited to the connections for them; other reads wait up to 2 seconds.
 */
@Component
public final class LiveViews {
    /** Connections reserved for authentication. */
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
     * Runs {@code question} with the position of the live views. Unqualified SQL in it reads their tables.
     *
     * @throws QueryRejected as unavailable when there are no views yet, or too many concurrent reads
     */
    public <T> T read(Function<Long, T> question) {
        return admitted(() -> {
            var live = generations.live().orElseThrow(() -> new QueryRejected(new Unavailable("The views are being built.")));
            return question.apply(live.position());
        });
    }

    /** Runs a query of the event store itself, subject to the same limit. */
    public <T> T admitted(Supplier<T> question) {
        if (!enter()) {
            throw new QueryRejected(new Unavailable("There are too many concurrent requests."));
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
