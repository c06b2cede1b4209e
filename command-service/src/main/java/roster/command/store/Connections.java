package roster.command.store;

import java.util.Objects;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Connections outside the pool of commands, for work that must not wait for commands. */
@Component
public final class Connections {
    private final DataSourceProperties database;

    Connections(DataSourceProperties database) {
        this.database = database;
    }

    /** Opens a new connection each time. */
    public DataSource unpooled() {
        return new DriverManagerDataSource(database.determineUrl(), username(), password());
    }

    /** A single connection, reopened when it is lost. */
    public HikariDataSource single(String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.determineUrl());
        config.setUsername(username());
        config.setPassword(password());
        config.setMaximumPoolSize(1);
        config.setPoolName(name);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private String username() {
        return Objects.requireNonNull(database.determineUsername());
    }

    private String password() {
        return Objects.requireNonNull(database.determinePassword());
    }
}
