package roster.command;

import java.util.Base64;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import roster.local.PerJvm;

/** Points the service at a new database, the JVM's Kafka, and secrets for tests. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String OPERATOR_TOKEN = "operator-token-that-only-tests-know-0001";
    static final String INVITATION_KEYS = "t1:" + Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = PerJvm.postgres().freshDatabase();
        TestPropertyValues.of(
                "ROSTER_DATABASE_URL=" + database.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD=" + database.passwords().command(),
                "ROSTER_OWNER_PASSWORD=" + database.passwords().owner(),
                "ROSTER_OPERATOR_TOKEN=" + OPERATOR_TOKEN,
                "ROSTER_INVITATION_KEYS=" + INVITATION_KEYS,
                "ROSTER_OPEN_INVITATIONS=40",
                "ROSTER_KAFKA=" + PerJvm.kafka().bootstrapServers())
                .applyTo(context);
    }
}
