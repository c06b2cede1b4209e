package roster.notification;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import roster.contract.invitation.InvitationSigner;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;
import roster.notification.mail.ScriptedRelay;
import roster.notification.report.ScriptedCommandService;

/** The environment of the service in tests: PostgreSQL, Kafka, and a scripted relay. */
public final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final ScriptedRelay RELAY = new ScriptedRelay();
    public static final ScriptedCommandService COMMANDS = new ScriptedCommandService();
    private static final String TOKEN = "notification-token-that-only-tests-know-01";
    private static final String INVITATION_KEYS = "k1:0nlyT3stsKnowTh1sKeyAnd1tOpensNothingAtAll8=";
    public static final InvitationSigner SIGNER = InvitationSigner.of(INVITATION_KEYS);
    private static final Database DATABASE = freshMailQueue();

    /** A new database with an empty queue. */
    public static Database freshMailQueue() {
        return PerJvm.postgres().freshDatabase("notification", Surroundings::migrate);
    }

    static void migrate(Database database) {
        new Migrations(Login.owner(database.jdbcUrl(), database.passwords().owner()), Schema.NOTIFICATION).run();
    }

    /** Allows connections to the database of the tests, or rejects new ones and closes existing ones. */
    public static void letIntoDatabase(boolean anybody) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser("postgres"); var statement = superuser.createStatement()) {
            statement.execute("alter database " + DATABASE.name() + " allow_connections " + anybody);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE.name() + "'");
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings()).applyTo(context);
    }

    /** Starts another instance of the service with one setting changed. */
    public static ConfigurableApplicationContext startAnother(String setting, String value) {
        var settings = new HashMap<>(settings());
        settings.put(setting, value);
        return start(settings);
    }

    /** Starts an instance with its own database, relay and consumer group. */
    public static ConfigurableApplicationContext startAlone(Database queue, ScriptedRelay relay, String group) {
        return startAlone(queue, relay, Map.of("spring.kafka.consumer.group-id", group));
    }

    /** Starts an instance with its own database and relay, and other settings. */
    public static ConfigurableApplicationContext startAlone(Database queue, ScriptedRelay relay, Map<String, String> others) {
        var settings = new HashMap<>(settings());
        settings.putAll(Map.of("ROSTER_DATABASE_URL", queue.jdbcUrl(), "ROSTER_DATABASE_PASSWORD", queue.passwords().notification(),
                "ROSTER_SMTP_PORT", String.valueOf(relay.port())));
        settings.putAll(others);
        return start(settings);
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        return new SpringApplicationBuilder(NotificationService.class)
                .run(settings.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue()).toArray(String[]::new));
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "ROSTER_COMMAND_SERVICE", COMMANDS.address().toString(),
                "ROSTER_NOTIFICATION_TOKEN", TOKEN,
                "ROSTER_KAFKA_REPLICATION", "1",
                "ROSTER_KAFKA_MIN_IN_SYNC", "1"));
        settings.putAll(Map.of(
                "ROSTER_DATABASE_URL", DATABASE.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD", DATABASE.passwords().notification(),
                "ROSTER_KAFKA", PerJvm.kafka().bootstrapServers(),
                "ROSTER_INVITATION_KEYS", INVITATION_KEYS,
                "ROSTER_CONSOLE_URL", "https://console.example",
                "ROSTER_MAIL_FROM", "Roster <roster@mail.roster.example>",
                "ROSTER_SMTP_PORT", String.valueOf(RELAY.port()),
                "server.port", "0",
                "roster.reconciler.share", "0",
                "roster.relay.trusted", "0ms"));
        return settings;
    }
}
