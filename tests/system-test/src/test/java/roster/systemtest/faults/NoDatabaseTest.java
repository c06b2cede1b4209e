package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.local.Patience;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** A service starts before PostgreSQL is available. */
class NoDatabaseTest {
    private static final Map<String, String> SECRETS = Map.of(
            "ROSTER_DATABASE_PASSWORD", "unused",
            "ROSTER_OPERATOR_TOKEN", "n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpDe",
            "ROSTER_MASTER_KEYS", "k1:q8Wz0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=",
            "ROSTER_LOG_KEYS", "q8Wz0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=",
            "ROSTER_INVITATION_KEYS", "k1:5yWl0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=");

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service", "notification-service"})
    void a_service_that_waits_for_it_leaves_when_it_is_told_to(String name, @TempDir Path folder) throws Exception {
        var environment = new HashMap<>(SECRETS);
        environment.put("ROSTER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + Ports.freeOr(0) + "/roster");
        try (var service = ChildProcess.start(folder, name, Roster.application(name).command(List.of("-XX:TieredStopAtLevel=1")),
                environment)) {
            Await.until(() -> service.lastWords().contains("Retrying"));

            ProcessHandle.of(service.pid()).orElseThrow().destroy();

            assertThat(service.exit().get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotZero();
        }
    }
}
