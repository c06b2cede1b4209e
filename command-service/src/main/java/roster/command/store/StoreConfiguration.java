package roster.command.store;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.EventAppender;
import roster.eventstore.EventNotifier;
import roster.eventstore.EventReader;
import roster.eventstore.Migration;
import roster.eventstore.sealing.DataKeys;

/** The event store, and the three schemas that this service migrates. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final int CONNECT_RETRIES = 120;

    @Bean
    Flyway eventStoreSchema(DataSourceProperties database, DatabaseProperties owner) {
        return migrated("event_store", database, owner);
    }

    @Bean
    @DependsOn("eventStoreSchema")
    Flyway keyStoreSchema(DataSourceProperties database, DatabaseProperties owner) {
        return migrated("key_store", database, owner);
    }

    @Bean
    @DependsOn("keyStoreSchema")
    Flyway commandSchema(DataSourceProperties database, DatabaseProperties owner) {
        return migrated("command", database, owner);
    }

    private static Flyway migrated(String schema, DataSourceProperties database, DatabaseProperties owner) {
        var flyway = Flyway.configure()
                .dataSource(database.determineUrl(), "roster_owner", owner.ownerPassword())
                .connectRetries(CONNECT_RETRIES).connectRetriesInterval(1)
                .schemas(schema).createSchemas(true)
                .locations("classpath:db/" + schema)
                .load();
        Migration.run(flyway::migrate);
        return flyway;
    }

    @Bean
    @DependsOn("commandSchema")
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @DependsOn("commandSchema")
    EventAppender eventAppender(DataSource dataSource, DataKeys keys) {
        return new EventAppender(dataSource, keys);
    }

    @Bean
    EventReader eventReader(JdbcClient jdbc, DataKeys keys) {
        return new EventReader(jdbc, keys);
    }

    /** Uses a dedicated connection, which stays open. */
    @Bean(initMethod = "start")
    EventNotifier eventNotifier(Connections connections) {
        return new EventNotifier(connections.unpooled());
    }
}
