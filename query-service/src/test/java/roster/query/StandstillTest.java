package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;
import roster.eventstore.NewEvent;
import roster.local.PerJvm;
import roster.local.postgres.Database;

class StandstillTest {
    private final Database database = FreshDatabase.create();
    private final Acme acme = Acme.named("acme");

    @Test
    void an_event_that_cannot_be_folded_is_never_skipped_and_health_says_so() {
        try (var recorder = new Recorder(database); var service = RunningService.on(database)) {
            var good = recorder.record(acme.id(), acme.founded()).getLast().position();
            await().untilAsserted(() -> assertThat(health(service, "")).isEqualTo(200));
            assertThat(get(service, "/members", good).status()).isEqualTo(200);
            var stranger = new MemberSuspended(UUID.randomUUID());
            recorder.append(List.of(new NewEvent(UUID.randomUUID(), 5, stranger, Recorder.by(acme.id(), Actor.SYSTEM))));
            var after = recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace Hopper", Role.ADMIN)).getLast().position();

            await().untilAsserted(() -> assertThat(health(service, "")).isEqualTo(503));

            assertThat(health(service, "/readiness")).isEqualTo(200);
            assertThat(get(service, "/members", good).text("/position")).isEqualTo("" + good);
            assertThat(get(service, "/members", after).status()).isEqualTo(503);
            assertThat(service.client().send("POST", "/views/rebuild").status()).isEqualTo(500);
            assertThat(get(service, "/members", good).text("/position")).isEqualTo("" + good);
        }
    }

    @Test
    void without_a_database_it_says_so_and_goes_on_when_it_is_back() throws SQLException {
        try (var recorder = new Recorder(database); var service = RunningService.on(database)) {
            assertThat(get(service, "/members", recorder.record(acme.id(), acme.founded()).getLast().position()).status()).isEqualTo(200);
            connections(false);

            var answer = get(service, "/members", 0);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/code")).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();

            connections(true);
            var token = recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace Hopper", Role.ADMIN)).getLast().position();
            await().untilAsserted(() -> assertThat(get(service, "/members", token).each("/name")).hasSize(2));
        }
    }

    private void connections(boolean allowed) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser("postgres"); var statement = superuser.createStatement()) {
            statement.execute("alter database " + database.name() + " allow_connections " + allowed);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
        }
    }

    private Client.Response get(RunningService service, String path, long token) {
        return service.client().get(acme.path() + path, "Consistency-Token", "" + token, "Prefer", "wait=1");
    }

    private static int health(RunningService service, String group) {
        return service.client().manage("/actuator/health" + group).status();
    }
}
