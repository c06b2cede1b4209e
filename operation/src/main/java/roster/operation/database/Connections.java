package roster.operation.database;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Opens connections outside the service's pool, for work that must not wait for requests. All have the time limits of the pool, which
 * {@code operation.yml} sets: to connect, for an answer, and for an idle connection.
 */
@Component
public final class Connections implements AutoCloseable {
    private static final String ANSWER = "socketTimeout";

    private final HikariDataSource pool;
    private final MeterRegistry meters;
    private final List<HikariDataSource> others = new CopyOnWriteArrayList<>();

    Connections(HikariDataSource pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    /** Opens a new connection each time. */
    public DataSource unpooled(String purpose) {
        return opening(properties(purpose));
    }

    /** As {@link #unpooled}, for statements that wait on purpose: without a time limit for the answer. */
    public DataSource waiting(String purpose) {
        var properties = properties(purpose);
        properties.remove(ANSWER);
        return opening(properties);
    }

    private DataSource opening(Properties properties) {
        return new DriverManagerDataSource(Objects.requireNonNull(pool.getJdbcUrl()), properties);
    }

    /** A single connection, reopened when it is lost. */
    public HikariDataSource single(String purpose) {
        return pool(purpose, 1, properties(purpose));
    }

    /** As {@link #single}, with another time limit for answers. */
    public HikariDataSource single(String purpose, Duration answer) {
        var properties = properties(purpose);
        properties.setProperty(ANSWER, String.valueOf(answer.toSeconds()));
        return pool(purpose, 1, properties);
    }

    /** Another pool. Change it before its first use. */
    public HikariDataSource pool(String purpose, int size) {
        var another = pool(purpose, size, properties(purpose));
        another.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return another;
    }

    private HikariDataSource pool(String purpose, int size, Properties properties) {
        var another = new HikariDataSource();
        another.setPoolName(purpose);
        another.setMaximumPoolSize(size);
        another.setDataSource(opening(properties));
        another.setConnectionTimeout(pool.getConnectionTimeout());
        another.setInitializationFailTimeout(-1);
        others.add(another);
        return another;
    }

    @Override
    public void close() {
        others.forEach(HikariDataSource::close);
    }

    /** The pool's, with the purpose in the name that PostgreSQL shows. */
    private Properties properties(String purpose) {
        var properties = new Properties();
        pool.getDataSourceProperties().forEach((name, value) -> properties.setProperty(name.toString(), value.toString()));
        properties.setProperty("user", Objects.requireNonNull(pool.getUsername()));
        properties.setProperty("password", Objects.requireNonNull(pool.getPassword()));
        properties.merge("ApplicationName", purpose, (service, work) -> service + " " + work);
        return properties;
    }
}
