package roster.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import roster.local.PerJvm;
import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;

@Timeout(120)
class StartTest {
    @ParameterizedTest
    @CsvSource({"ROSTER_DATABASE_PASSWORD, '', ROSTER_DATABASE_PASSWORD is not set",
            "ROSTER_INVITATION_KEYS, '', ROSTER_INVITATION_KEYS must be",
            "ROSTER_INVITATION_KEYS, k1:c2hvcnQgc2VjcmV0, the key 'k1' is shorter than 32 bytes",
            "ROSTER_MAIL_FROM, roster, ROSTER_MAIL_FROM is not an address",
            "ROSTER_SMTP_PORT, 0, relay"})
    void what_cannot_work_stops_it(String setting, String value, String complaint) {
        assertThatException().isThrownBy(() -> Surroundings.startAnother(setting, value))
                .satisfies(it -> assertThat(NestedExceptionUtils.getMostSpecificCause(it).getMessage()).contains(complaint)
                        .doesNotContain("c2hvcnQgc2VjcmV0"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void without_its_schema_it_does_not_start_and_says_so_in_one_line(CapturedOutput log) {
        var empty = PerJvm.postgres().freshDatabase();

        assertThatException().isThrownBy(() -> Surroundings.startAlone(empty, Surroundings.RELAY, "without-a-schema"));

        assertThat(log).containsOnlyOnce("cannot start: the schema notification lacks the migrations [1, 2").doesNotContain("\tat ");
    }

    @Test
    void a_kafka_that_is_not_there_yet_does_not_stop_it() {
        try (var service = Surroundings.startAnother("ROSTER_KAFKA", "127.0.0.1:1")) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    /** As in a container that starts before Kafka's: its name is not in the DNS yet. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_kafka_whose_name_is_not_known_yet_is_waited_for(CapturedOutput log) {
        var port = PerJvm.kafka().bootstrapServers().split(":", -1)[1];
        try (var service = Surroundings.startAnother("ROSTER_KAFKA", LateName.NAME + ":" + port)) {
            var listener = Objects.requireNonNull(service.getBean(KafkaListenerEndpointRegistry.class)
                    .getListenerContainer("mail-queue"));
            await().untilAsserted(() -> assertThat(log).contains("no events are read yet"));
            assertThat(service.isRunning()).isTrue();
            assertThat(listener.isChildRunning()).isFalse();

            LateName.becomesKnown();

            await().untilAsserted(() -> assertThat(listener.isChildRunning()).isTrue());
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_database_that_is_not_there_yet_is_waited_for(CapturedOutput log, @TempDir Path folder) throws Exception {
        try (var postgres = LocalPostgres.start(folder, PerJvm.programs(), 0, Passwords.random())) {
            var database = postgres.freshDatabase();
            Surroundings.migrate(database);
            postgres.kill();
            var starting = CompletableFuture.supplyAsync(() -> Surroundings.startAlone(database, Surroundings.RELAY, "not-there-yet"));
            await().untilAsserted(() -> assertThat(log).contains("The database is not available", "Retrying"));
            postgres.start();

            try (var service = starting.get()) {
                assertThat(service.isRunning()).isTrue();
            }
        }
    }
}
