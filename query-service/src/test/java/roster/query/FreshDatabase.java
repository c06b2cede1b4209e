package roster.query;

import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import roster.local.PerJvm;
import roster.local.postgres.Database;

/** Points the service at a new database with an empty event store, and at secrets for tests. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String OPERATOR_TOKEN = "operator-token-that-only-tests-know-0001";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = PerJvm.postgres().freshDatabase();
        createEventStore(database);
        settings(database).applyTo(context);
        context.getBeanFactory().registerSingleton("database", database);
    }

    static TestPropertyValues settings(Database database) {
        return TestPropertyValues.of(
                "ROSTER_DATABASE_URL=" + database.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD=" + database.passwords().query(),
                "ROSTER_OWNER_PASSWORD=" + database.passwords().owner(),
                "ROSTER_OPERATOR_TOKEN=" + OPERATOR_TOKEN);
    }

    static void createEventStore(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner())
                .schemas("event_store").locations("classpath:db/event_store")
                .load().migrate();
    }
}
