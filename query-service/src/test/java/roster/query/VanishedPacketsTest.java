package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.contract.role.Role;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.local.proxy.FaultyProxy;

/** Packets between the service and PostgreSQL vanish; no connection is closed. The time limits are shorter than in production. */
class VanishedPacketsTest {
    private static final String LIMITS = "spring.datasource.hikari.data-source-properties.";

    private final Database database = FreshDatabase.create();
    private final Acme acme = Acme.named("acme");

    @Test
    void the_views_follow_again_on_new_connections() {
        try (var recorder = new Recorder(database);
                var proxy = FaultyProxy.before(PerJvm.postgres().port());
                var service = RunningService.on(through(proxy), LIMITS + "socketTimeout=3", LIMITS + "connectTimeout=2")) {
            var before = recorder.record(acme.id(), acme.founded()).getLast().position();
            assertThat(get(service, before).status()).isEqualTo(200);

            proxy.swallow();
            var missed = recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace Hopper", Role.ADMIN)).getLast().position();
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health").status()).isEqualTo(503));
            assertThat(get(service, missed).status()).isEqualTo(503);

            proxy.forward();
            await().untilAsserted(() -> assertThat(get(service, missed).each("/name")).hasSize(2));
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health").status()).isEqualTo(200));
        }
    }

    private Database through(FaultyProxy proxy) {
        return new Database(database.name(), database.jdbcUrl().replace(":" + PerJvm.postgres().port() + "/", ":" + proxy.port() + "/"),
                database.passwords());
    }

    private Client.Response get(RunningService service, long token) {
        return service.client().get(acme.path() + "/members", "Consistency-Token", "" + token, "Prefer", "wait=1");
    }
}
