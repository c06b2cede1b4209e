package roster.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import roster.eventstore.EventNotifications;
import roster.eventstore.Subscription;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.eventstore.watch.StoreWatch;
import roster.http.start.CannotStart;
import roster.operation.reader.Reader;
import roster.operation.reader.Rest;
import roster.query.fold.Views;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;

/** Layout of the views, subscription to the event store, notifications, and health. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProjectionConfiguration {
    @Bean
    static Layout layout() {
        return Views.layout();
    }

    /** @throws CannotStart when the master keys are wrong */
    @Bean(initMethod = "start")
    Subscription views(Projection projection, DataKeys keys, ProjectionDatabase database) {
        try {
            keys.check(database.jdbc());
        } catch (MasterKeysRefused refused) {
            throw new CannotStart(refused.reason());
        }
        return new Subscription("views", projection, Rest.times(1));
    }

    @Bean(initMethod = "start")
    EventNotifications eventNotifications(ProjectionDatabase database, Subscription views) {
        var notifications = new EventNotifications(database.listening());
        notifications.onEvents(views::wake);
        return notifications;
    }

    @Bean(initMethod = "start")
    StoreWatch storeWatch(ProjectionDatabase database, MeterRegistry meters) {
        return new StoreWatch(database.watching(), meters);
    }

    @Bean
    Reader viewsProgress(StoreWatch watch, Subscription views, Layout layout) {
        return watch.reader(views, jdbc -> new Generations(jdbc, layout).livePosition());
    }

    /**
     * Part of readiness: out of service until the views include all events that were recorded before this instance started, so that its first
     * responses are not outdated. Stays up from then on: responses contain their position, and consistency tokens are honored.
     */
    @Bean
    HealthIndicator caughtUpHealthIndicator(ProjectionProgress progress) {
        return () -> (progress.everCaughtUp() ? Health.up() : Health.outOfService()).build();
    }
}
