package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import roster.local.postgres.Database;
import roster.query.Client.Response;

class LimitsTest {
    private static final int PLENTY = 1_000;
    private static final String BAD = "a-token-that-has-been-revoked-at-least-32";
    private static final String[] FEW = {"ROSTER_FAILURES_PER_SECOND=1", "ROSTER_FAILURES_BURST=3", "ROSTER_FORWARD_HEADERS=native"};
    private final Database database = FreshDatabase.create();

    @Test
    void only_a_caller_that_asks_too_often_waits() {
        try (var service = RunningService.on(database, "ROSTER_REQUESTS_PER_SECOND=1", "ROSTER_REQUESTS_BURST=3")) {
            var client = service.client();

            assertLimitReached(untilRefused(() -> client.get("/roles")));

            assertThat(client.anonymous("/roles").status()).isEqualTo(401);
            assertThat(client.manage("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(service.context().getBean(MeterRegistry.class).counter("roster.limit.reached", "limit", "requests").count())
                    .isPositive();
            await().untilAsserted(() -> assertThat(client.get("/nowhere").status()).isEqualTo(404));
        }
    }

    @Test
    void bad_credentials_of_one_address_limit_no_valid_one() {
        try (var service = RunningService.on(database, FEW)) {
            var client = service.client();

            assertLimitReached(untilRefused(() -> client.as(BAD).get("/nowhere")));
            assertLimitReached(untilRefused(() -> client.as("x".repeat(40)).get("/nowhere")));
            assertLimitReached(untilRefused(() -> client.anonymous("/nowhere")));

            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/nowhere").status()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_bad_credential_is_limited_wherever_it_comes_from() {
        try (var service = RunningService.on(database, FEW)) {
            var client = service.client();
            var addresses = new AtomicInteger();

            assertLimitReached(
                    untilRefused(() -> client.as(BAD).get("/nowhere", "X-Forwarded-For", "192.0.2." + addresses.incrementAndGet())));

            assertThat(addresses.get()).isLessThan(10);
            assertThat(client.as("y".repeat(40)).get("/nowhere", "X-Forwarded-For", "192.0.2.1").status()).isEqualTo(401);
            await().untilAsserted(
                    () -> assertThat(client.as(BAD).get("/nowhere", "X-Forwarded-For", "192.0.2.250").status()).isEqualTo(401));
        }
    }

    @Test
    void an_address_with_many_bad_credentials_is_limited() {
        try (var service = RunningService.on(database, FEW)) {
            var client = service.client();

            assertLimitReached(untilRefused(() -> client.as(UUID.randomUUID().toString()).get("/nowhere", "X-Forwarded-For", "192.0.2.1")));

            assertThat(client.as(BAD).get("/nowhere", "X-Forwarded-For", "192.0.2.2").status()).isEqualTo(401);
            await().untilAsserted(() -> assertThat(client.as(BAD).get("/nowhere", "X-Forwarded-For", "192.0.2.1").status()).isEqualTo(401));
        }
    }

    private static Response untilRefused(Supplier<Response> request) {
        return Stream.generate(request).limit(PLENTY).filter(it -> it.status() == 429).findFirst().orElseThrow();
    }

    private static void assertLimitReached(Response answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("/code")).isEqualTo("too-many-requests");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
