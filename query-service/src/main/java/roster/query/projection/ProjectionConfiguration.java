package roster.query.projection;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import roster.eventstore.EventNotifications;
import roster.eventstore.Migration;
import roster.eventstore.Subscription;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.http.start.CannotStart;
import roster.query.generation.Layout;

/** The schema of the views, the thread that follows the event store, what wakes it, and what health says of it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProjectionConfiguration {
    @Bean
    static Layout layout() {
        return Views.layout();
    }

    /** @param properties asked for here so that a password that is missing is complained about rather than waited for */
    @Bean
    FlywayMigrationStrategy migration(DatabaseProperties properties) {
        return flyway -> Migration.run(flyway::migrate);
    }

    /** @throws CannotStart with the wrong master keys; where there is no event store yet, the first batch asks for the right ones */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    Subscription views(Projection projection, EventStorePresence store, DataKeys keys, ProjectionDatabase database) {
        if (store.isThere()) {
            try {
                keys.check(database.jdbc());
            } catch (MasterKeysRefused refused) {
                throw new CannotStart(refused.reason());
            }
        }
        return new Subscription("views", projection);
    }

    @Bean(initMethod = "start")
    EventNotifications eventNotifications(ProjectionDatabase database, Subscription views) {
        var notifications = new EventNotifications(database.unpooled());
        notifications.onEvents(views::wake);
        return notifications;
    }

    /** Down while the views stand still. */
    @Bean
    HealthIndicator projectionHealthIndicator(Subscription views) {
        return () -> (views.failure().isEmpty() ? Health.up() : Health.down()).build();
    }

    /**
     * Part of readiness: out of service until everything is in the views that had been recorded when this instance started, so that it
     * does not begin with old answers. From then on it stays up: answers tell their position, and tokens are honoured.
     */
    @Bean
    HealthIndicator caughtUpHealthIndicator(ProjectionProgress progress) {
        return () -> (progress.everCaughtUp() ? Health.up() : Health.outOfService()).build();
    }
}
