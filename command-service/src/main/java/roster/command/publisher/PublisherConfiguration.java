package roster.command.publisher;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;

/** The publisher has connections of its own, so that commands cannot keep it waiting. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {
    @Bean
    @DependsOn("commandSchema")
    Publisher publisher(PublisherProperties properties, DataSourceProperties database, MeterRegistry meters) {
        var jdbc = JdbcClient.create(connection(database));
        var publisher = new Publisher(new EventReader(jdbc), new PublisherLease(jdbc), new EventProducer(properties.kafka()),
                new MemberEventsTopicCreation(properties), new EventNotifications(new DriverManagerDataSource(
                        database.determineUrl(), database.determineUsername(), database.determinePassword())));
        Gauge.builder("roster.publisher.standing.still", publisher, it -> it.subscription().failure().isPresent() ? 1 : 0)
                .description("1 while the publisher does not get on").register(meters);
        return publisher;
    }

    private static HikariDataSource connection(DataSourceProperties database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.determineUrl());
        config.setUsername(database.determineUsername());
        config.setPassword(database.determinePassword());
        config.setMaximumPoolSize(1);
        config.setPoolName("publisher");
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
