package roster.command.store;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.EventAppender;
import roster.eventstore.EventNotifier;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.operation.database.Connections;

/** The event store. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
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
        return new EventNotifier(connections.unpooled("notifier"));
    }
}
