package roster.command;

import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import roster.local.PerJvm;
import roster.local.postgres.Database;

/** Points the service at a new database, the JVM's Kafka, and secrets for tests. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String OPERATOR_TOKEN = "operator-token-that-only-tests-know-0001";
    /** Tests invite the same few people again and again. */
    private static final String MANY = "1000000";
    private static final String INVITATION_KEYS = "t1:" + Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(environment(PerJvm.postgres().freshDatabase(), PerJvm.kafka().bootstrapServers())).applyTo(context);
    }

    static Map<String, String> environment(Database database, String kafka) {
        return Map.of(
                "ROSTER_DATABASE_URL", database.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD", database.passwords().command(),
                "ROSTER_OWNER_PASSWORD", database.passwords().owner(),
                "ROSTER_OPERATOR_TOKEN", OPERATOR_TOKEN,
                "ROSTER_INVITATION_KEYS", INVITATION_KEYS,
                "ROSTER_OPEN_INVITATIONS", "40",
                "ROSTER_INVITATIONS_PER_ADDRESS", MANY,
                "ROSTER_INVITATIONS_PER_INVITER", MANY,
                "ROSTER_KAFKA", kafka);
    }

    /** What another instance needs to be one of the same service. */
    static Map<String, String> environmentOf(Environment service) {
        return Stream.of("ROSTER_DATABASE_URL", "ROSTER_DATABASE_PASSWORD", "ROSTER_OWNER_PASSWORD", "ROSTER_OPERATOR_TOKEN",
                "ROSTER_INVITATION_KEYS", "ROSTER_OPEN_INVITATIONS", "ROSTER_INVITATIONS_PER_ADDRESS", "ROSTER_INVITATIONS_PER_INVITER",
                "ROSTER_KAFKA")
                .collect(Collectors.toMap(Function.identity(), service::getRequiredProperty));
    }
}
