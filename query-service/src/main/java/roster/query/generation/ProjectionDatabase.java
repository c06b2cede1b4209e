package roster.query.generation;

import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.operation.database.Connections;

/** Connections of the projection, separate from those of queries, so that load does not delay it. */
@Component
public final class ProjectionDatabase {
    private static final Duration WATCH_ANSWER = Duration.ofSeconds(5);

    private final Connections connections;
    private final HikariDataSource pool;
    private final DataSource watch;

    ProjectionDatabase(Connections connections) {
        this.connections = connections;
        this.watch = connections.single("watch", WATCH_ANSWER);
        pool = connections.pool("projection", 3);
        pool.setMinimumIdle(1);
        // views and their position are lost together and can be folded again, so commits need not wait for the disk
        pool.setConnectionInitSql("set synchronous_commit = off");
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Opens a new connection each time, to listen for notifications. */
    public DataSource listening() {
        return connections.unpooled("notifications");
    }

    /** Opens a new connection each time, for a rebuild, whose statements take as long as they need. */
    public DataSource rebuilding() {
        return connections.waiting("rebuild");
    }

    /** For measures, which must notice that the event store does not answer. */
    public DataSource watching() {
        return watch;
    }
}
