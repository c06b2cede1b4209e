package roster.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.FreshDatabase;
import roster.command.RunningService;
import roster.http.start.CannotStart;
import roster.local.postgres.Database;

/** Restarts with other master keys on the same database. */
@ExtendWith(OutputCaptureExtension.class)
class MasterKeysAtStartTest {
    private static final String OLD = "m1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";
    private static final String NEW = "m2:n7ZsP1xYkQ3vRr0aWq8LdUe5oGhTjB2mC9fIyX4wK6M=";
    private static final String WRONG = "m1:H5s0Vq1mXw9Zr3nB7kT2yLcJ8pGdEaUf4oIiRtM6hNs=";

    private final Database database = FreshDatabase.create();

    @Test
    void only_the_right_ones_are_taken_and_old_ones_can_be_left_behind(CapturedOutput output) {
        try (var service = start(OLD)) {
            service.teams().founded("rotation").join("grace@navy.example", "developer");
        }

        refuses(WRONG, "ROSTER_MASTER_KEYS: the key 'm1' is not the one that the keys of members are sealed with", output);
        refuses(NEW, "ROSTER_MASTER_KEYS lacks the key 'm1', with which keys of members are sealed", output);

        try (var service = start(NEW + "," + OLD)) {
            var jdbc = service.part(JdbcClient.class);
            await().untilAsserted(
                    () -> assertThat(jdbc.sql("select distinct master_key_id from key_store.data_key").query(String.class).list())
                            .containsExactly("m2"));
            await().untilAsserted(() -> assertThat(gauge(service, "roster.personal.keys.old")).isZero());
        }
        try (var service = start(NEW)) {
            assertThat(service.client().invite("rotation", "another@navy.example", "developer").status()).isEqualTo(201);
        }
    }

    /** The service does not start, and logs one line without the key. */
    private void refuses(String masterKeys, String why, CapturedOutput output) {
        int before = output.length();
        assertThatException().isThrownBy(() -> start(masterKeys).close())
                .satisfies(it -> assertThat(NestedExceptionUtils.getMostSpecificCause(it)).isInstanceOf(CannotStart.class).hasMessage(why));

        var said = output.toString().substring(before).lines()
                .filter(it -> it.contains("ERROR") || it.startsWith("\tat ") || it.contains(why));
        assertThat(said).singleElement().asString().contains("ERROR", "cannot start: " + why);
        assertThat(output).doesNotContain(masterKeys.substring(masterKeys.indexOf(':') + 1));
    }

    private RunningService start(String masterKeys) {
        return RunningService.with(Map.of("ROSTER_DATABASE_URL", database.jdbcUrl(), "ROSTER_MASTER_KEYS", masterKeys));
    }

    static double gauge(RunningService service, String name) {
        return service.part(MeterRegistry.class).get(name).gauge().value();
    }
}
