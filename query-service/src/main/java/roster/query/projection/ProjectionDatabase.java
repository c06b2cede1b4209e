package roster.query.projection;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections of the projection, separate from those of queries, so that load does not delay it. */
@Component
final class ProjectionDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final DataSource unpooled;

    ProjectionDatabase(DataSourceProperties database) {
        unpooled = database.initializeDataSourceBuilder().type(SimpleDriverDataSource.class).build();
        pool = database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
        pool.setPoolName("projection");
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(3_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "query-service projection");
        pool.addDataSourceProperty("socketTimeout", "60");
        // views and their position are lost together and can be folded again, so commits need not wait for the disk
        pool.addDataSourceProperty("options", "-c synchronous_commit=off");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Opens a new connection each time, for long use. */
    DataSource unpooled() {
        return unpooled;
    }

    @Override
    public void close() {
        pool.close();
    }
}
