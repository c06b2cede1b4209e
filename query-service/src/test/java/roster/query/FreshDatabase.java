package roster.query;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;

/** Configures the service with a new database, an empty event store, and secrets for tests. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String OPERATOR_TOKEN = "operator-token-that-only-tests-know-0001";
    /** Of RFC 8032, section 7.1, test 1. */
    static final String LOG_KEYS = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    /** Name of the trusted issuer. */
    static final String ISSUER = "console";
    static final String AUDIENCE = "roster";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = create();
        settings(database).applyTo(context);
        context.getBeanFactory().registerSingleton("database", database);
    }

    /** Creates a database with an empty event store. */
    public static Database create() {
        return PerJvm.postgres().freshDatabase("views", FreshDatabase::migrate);
    }

    static TestPropertyValues settings(Database database) {
        return TestPropertyValues.of(
                "ROSTER_DATABASE_URL=" + database.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD=" + database.passwords().query(),
                "ROSTER_OPERATOR_TOKEN=" + OPERATOR_TOKEN,
                "ROSTER_MASTER_KEYS=" + Recorder.MASTER_KEYS,
                "ROSTER_LOG_KEYS=" + LOG_KEYS,
                "ROSTER_LOG_INTERVAL=1h",
                "ROSTER_PATIENCE=1m",
                "roster.reconciler.share=0",
                "roster.access.store-last-times-every=200ms",
                "roster.feed.heartbeat=500ms",
                "roster.access.issuers[0].name=" + ISSUER,
                "roster.access.issuers[0].issuer=" + PerJvm.issuer().issuer(),
                "roster.access.issuers[0].jwks-uri=" + PerJvm.issuer().jwksUri(),
                "roster.access.issuers[0].audience=" + AUDIENCE,
                "roster.access.issuers[0].asserts-email=true",
                "roster.access.issuers[0].vouches-for=github");
    }

    private static void migrate(Database database) {
        new Migrations(Login.owner(database.jdbcUrl(), database.passwords().owner()), Schema.EVENT_STORE, Schema.KEY_STORE, Schema.COMMAND,
                Schema.VIEWS, Schema.RECORD_LOG).run();
    }
}
