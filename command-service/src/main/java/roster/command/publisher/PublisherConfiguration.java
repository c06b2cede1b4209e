package roster.command.publisher;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.store.Connections;
import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;

/** The publisher has connections of its own, so that commands cannot keep it waiting. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {
    @Bean
    @DependsOn("commandSchema")
    Publisher publisher(PublisherProperties properties, Connections connections, MeterRegistry meters, DataKeys keys) {
        var jdbc = JdbcClient.create(connections.single("publisher"));
        var publisher = new Publisher(new EventReader(jdbc, keys), new PublisherLease(jdbc), new EventProducer(properties.kafka()),
                new MemberEventsTopicCreation(properties), new EventNotifications(connections.unpooled()));
        Gauge.builder("roster.publisher.standing.still", publisher, it -> it.subscription().failure().isPresent() ? 1 : 0)
                .description("1 while the publisher does not get on").register(meters);
        return publisher;
    }
}
