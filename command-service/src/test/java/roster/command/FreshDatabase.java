package roster.command;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.contract.schema.JsonSchemas;
import roster.local.PerJvm;
import roster.local.issuer.LocalIssuer;
import roster.local.postgres.Database;
import roster.local.postgres.Passwords;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;

/** Configures the service with a new database, the JVM's Kafka, and secrets for tests. Tests trigger the expiry of invitations themselves. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String OPERATOR_TOKEN = "operator-token-that-only-tests-know-0001";
    static final String NOTIFICATION_TOKEN = "notification-token-that-only-tests-know-01";
    static final String AUDIENCE = "roster";
    private static final String ISSUER = "roster.access.issuers[0].";
    /** High limits, because tests invite the same few addresses often. */
    private static final String MANY = "1000000";
    static final String MASTER_KEYS = "t1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";
    /** Unique per database, because all databases share one Kafka. */
    private static final String STATE_PRODUCER = "roster.publisher.state.producer";
    private static final String QUERY_URL = "ROSTER_QUERY_URL";
    public static final JsonSchemas SCHEMAS = new JsonSchemas("https://roster.example/queries");
    private static final String INVITATION_KEYS = "t1:0nlyT3stsKnowTh1sKeyAnd1tOpensNothingAtAll8=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(environment(create(), PerJvm.kafka().bootstrapServers())).applyTo(context);
    }

    /** Creates a database with all schemas of the service and no events, and with an identity of its own: all databases share one Kafka. */
    public static Database create() {
        var database = PerJvm.postgres().freshDatabase("command", FreshDatabase::migrate);
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner()))
                .sql("update event_store.store set store_id = gen_random_uuid()").update();
        return database;
    }

    /** Connections to the database of a service, with the role that owns the schemas. */
    public static DataSource asOwner(Environment service) {
        return new DriverManagerDataSource(service.getRequiredProperty("ROSTER_DATABASE_URL"), "roster_owner",
                PerJvm.postgres().passwords().owner());
    }

    private static void migrate(Database database) {
        migrate(database.jdbcUrl(), database.passwords());
    }

    /** Creates all schemas of the service. */
    public static void migrate(String url, Passwords passwords) {
        new Migrations(Login.owner(url, passwords.owner()), Schema.EVENT_STORE, Schema.KEY_STORE, Schema.COMMAND, Schema.RECORD_LOG).run();
    }

    static Map<String, String> environment(Database database, String kafka) {
        var environment = new HashMap<>(issuer(PerJvm.issuer()));
        environment.put("ROSTER_DATABASE_URL", database.jdbcUrl());
        environment.put("ROSTER_DATABASE_PASSWORD", database.passwords().command());
        environment.put("ROSTER_OPERATOR_TOKEN", OPERATOR_TOKEN);
        // A slow machine makes requests slow, not refused.
        environment.put("ROSTER_PATIENCE", "1m");
        environment.put("ROSTER_NOTIFICATION_TOKEN", NOTIFICATION_TOKEN);
        environment.put("ROSTER_MASTER_KEYS", MASTER_KEYS);
        environment.put("ROSTER_INVITATION_KEYS", INVITATION_KEYS);
        environment.put("ROSTER_OPEN_INVITATIONS", "40");
        environment.put("ROSTER_INVITATIONS_PER_ADDRESS", MANY);
        environment.put("ROSTER_INVITATIONS_PER_INVITER", MANY);
        environment.put(QUERY_URL, SCHEMAS.publicUrl());
        environment.put("ROSTER_KAFKA", kafka);
        environment.put("ROSTER_KAFKA_REPLICATION", "1");
        environment.put("ROSTER_KAFKA_MIN_IN_SYNC", "1");
        environment.put(STATE_PRODUCER, "member-state-of-" + UUID.randomUUID());
        environment.put("roster.expiry.auto-startup", "false");
        environment.put("roster.reconciler.share", "0");
        environment.put("roster.access.store-last-times-every", "200ms");
        return environment;
    }

    /** Settings of an issuer that may also assert subjects of GitHub. */
    private static Map<String, String> issuer(LocalIssuer issuer) {
        return Map.of(
                ISSUER + "name", "sign-in",
                ISSUER + "issuer", issuer.issuer(),
                ISSUER + "jwks-uri", issuer.jwksUri().toString(),
                ISSUER + "audience", AUDIENCE,
                ISSUER + "algorithms", "RS256",
                ISSUER + "asserts-email", "true",
                ISSUER + "vouches-for", "github");
    }

    /** Settings of another instance of the same service. */
    static Map<String, String> environmentOf(Environment service) {
        var environment = new HashMap<>(issuer(PerJvm.issuer()));
        Stream.of("ROSTER_DATABASE_URL", "ROSTER_DATABASE_PASSWORD", "ROSTER_OPERATOR_TOKEN",
                "ROSTER_NOTIFICATION_TOKEN", "ROSTER_MASTER_KEYS", "ROSTER_INVITATION_KEYS", "ROSTER_OPEN_INVITATIONS",
                "ROSTER_INVITATIONS_PER_ADDRESS",
                "ROSTER_INVITATIONS_PER_INVITER", "ROSTER_KAFKA", "ROSTER_KAFKA_REPLICATION", "ROSTER_KAFKA_MIN_IN_SYNC", STATE_PRODUCER,
                QUERY_URL,
                "roster.expiry.auto-startup", "roster.reconciler.share")
                .forEach(name -> environment.put(name, service.getRequiredProperty(name)));
        return environment;
    }
}
