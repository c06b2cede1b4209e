package roster.query.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import roster.eventstore.EventNotifications;
import roster.eventstore.Subscription;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.http.start.CannotStart;
import roster.query.fold.Views;
import roster.query.generation.Layout;

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
        return new Subscription("views", projection);
    }

    @Bean(initMethod = "start")
    EventNotifications eventNotifications(ProjectionDatabase database, Subscription views) {
        var notifications = new EventNotifications(database.unpooled());
        notifications.onEvents(views::wake);
        return notifications;
    }

    /** Down while the views are not updated. */
    @Bean
    HealthIndicator projectionHealthIndicator(Subscription views) {
        return () -> (views.failure().isEmpty() ? Health.up() : Health.down()).build();
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
