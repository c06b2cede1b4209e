package roster.notification.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    /** @param properties injected here so that a missing password fails at startup */
    @Bean
    FlywayMigrationStrategy migration(LedgerDatabaseProperties properties) {
        return LedgerConfiguration::migrate;
    }

    /** Runs on another thread: a process whose main thread sleeps between attempts could not be stopped while it waits for its database. */
    private static void migrate(Flyway flyway) {
        try {
            CompletableFuture.runAsync(flyway::migrate).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the database was there", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger cannot be migrated", e.getCause());
        }
    }
}
