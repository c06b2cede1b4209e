package roster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

import roster.command.Client.Response;

/** More commands than are processed at the same time. The test holds a lock that each of them needs. */
class OverloadTest {
    private static final int AT_ONCE = 2;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void commands_beyond_the_limit_wait_and_are_carried_out() throws Exception {
        try (var service = with("1h")) {
            var team = service.teams().founded("overload");
            List<Future<Response>> invited;
            try (var _ = lockEvents(service)) {
                invited = IntStream.range(0, 5)
                        .mapToObj(i -> answer(() -> team.invite("grace" + i + "@navy.example", "developer"))).toList();
                await().until(() -> gauge(service, "roster.admission.waiting") == 5 - AT_ONCE);
                assertThat(gauge(service, "roster.admission.processing")).isEqualTo(AT_ONCE);
            }
            for (var answer : invited) {
                assertThat(answer.get().status()).as(answer.get().raw()).isEqualTo(201);
            }
            await().untilAsserted(() -> assertThat(gauge(service, "roster.admission.processing")).isZero());
        }
    }

    @Test
    void a_command_that_has_waited_too_long_is_answered_with_503_and_not_recorded() throws Exception {
        try (var service = with("1s")) {
            var team = service.teams().founded("impatient");
            List<Future<Response>> invited;
            Response refused;
            try (var _ = lockEvents(service)) {
                invited = IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> answer(() -> team.invite("grace" + i + "@navy.example", "developer"))).toList();
                await().until(() -> gauge(service, "roster.admission.processing") == AT_ONCE);

                refused = team.invite("late@navy.example", "developer");
            }
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("unavailable");
            assertThat(refused.text("/detail")).contains("Nothing was recorded");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(service.part(MeterRegistry.class).counter("roster.admission.refused", "after", "wait").count()).isEqualTo(1);
            for (var answer : invited) {
                assertThat(answer.get().status()).as(answer.get().raw()).isEqualTo(201);
            }
            assertThat(team.invite("late@navy.example", "developer").status()).isEqualTo(201);
        }
    }

    /** Requests are admitted, late, and refused at the same time. */
    @Test
    void under_load_every_command_is_carried_out_or_answered_with_503() {
        try (var service = with("30ms")) {
            var team = service.teams().founded("loaded");

            var statuses = Together.all(60, client -> IntStream.range(0, 100)
                    .mapToObj(i -> team.changeName(team.ada(), "Ada " + client + " " + i).status()).distinct().toList());

            assertThat(statuses.stream().flatMap(List::stream)).contains(204).isSubsetOf(204, 503);
        }
    }

    /** Without the time limits of the database, so that commands wait for the lock. */
    private static RunningService with(String patience) {
        return RunningService.with(Map.of("roster.admission.at-once", String.valueOf(AT_ONCE), "roster.admission.patience", patience,
                "spring.datasource.hikari.connection-init-sql", "set lock_timeout = 0; set statement_timeout = 0"));
    }

    private Future<Response> answer(Callable<Response> request) {
        return callers.submit(request);
    }

    /** Holds back all appends until it is closed. */
    private static AutoCloseable lockEvents(RunningService service) throws SQLException {
        Connection owner = FreshDatabase.asOwner(service.part(Environment.class)).getConnection();
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("lock table event_store.event in share mode");
        }
        return () -> {
            owner.rollback();
            owner.close();
        };
    }

    private static double gauge(RunningService service, String name) {
        return service.part(MeterRegistry.class).get(name).gauge().value();
    }
}
