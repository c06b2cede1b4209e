package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.NewEvent;
import roster.local.PerJvm;
import roster.local.postgres.Database;

@ExtendWith(OutputCaptureExtension.class)
class StandstillTest {
    private final Database database = FreshDatabase.create();
    private final Acme acme = Acme.named("acme");

    @Test
    void an_event_that_cannot_be_folded_is_never_skipped_and_named_everywhere(CapturedOutput log) {
        try (var recorder = new Recorder(database); var service = RunningService.on(database)) {
            var good = recorder.record(acme.id(), acme.founded()).getLast().position();
            await().untilAsserted(() -> assertThat(health(service, "")).isEqualTo(200));
            assertThat(get(service, "/members", good).status()).isEqualTo(200);
            var stranger = new MemberSuspended(UUID.randomUUID());
            var unreadable = recorder.append(List.of(new NewEvent(UUID.randomUUID(), 5, stranger, Recorder.by(acme.id(), Actor.SYSTEM))))
                    .getFirst();
            var after = recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace Hopper", Role.ADMIN)).getLast().position();

            await().untilAsserted(() -> assertThat(health(service, "")).isEqualTo(503));

            assertThat(health(service, "/readiness")).isEqualTo(200);
            assertThat(get(service, "/members", good).text("/position")).isEqualTo("" + good);
            assertThat(get(service, "/members", after).status()).isEqualTo(503);
            var rebuild = service.client().ended(service.client().send("POST", Client.REBUILD));
            assertThat(rebuild.text("/state")).isEqualTo("failed");
            assertThat(rebuild.text("/reason")).isEqualTo(name(unreadable));
            assertThat(service.client().verify().text("/state")).isEqualTo("verified");
            assertThat(log).contains("views stands still: " + name(unreadable), "the views are not rebuilt: " + name(unreadable));
            assertNamed(service, unreadable);
            assertThat(get(service, "/members", good).text("/position")).isEqualTo("" + good);
        }
    }

    private static String name(RecordedEvent event) {
        return "the event at position " + event.position() + " (member.suspended of aggregate " + event.aggregateId() + ", event id "
                + event.eventId() + ") cannot be read: IllegalStateException";
    }

    private static void assertNamed(RunningService service, RecordedEvent unreadable) {
        assertThat(service.client().manage("/actuator/health/readiness").text("/status")).isEqualTo("STANDING_STILL");
        var projections = service.client().get("/admin/projections").body().at("/data/0");
        assertThat(projections.path("name").asString()).isEqualTo("views");
        assertThat(projections.at("/lastError/reason").asString()).isEqualTo(name(unreadable));
        assertThat(projections.at("/generation/number").asInt()).isEqualTo(1);
        var health = service.client().manage("/actuator/health/readers").body().at("/components/reading/details/views/standstill");
        for (var standstill : List.of(projections.path("standstill"), health)) {
            assertThat(standstill.path("reason").asString()).isEqualTo(name(unreadable));
            assertThat(standstill.at("/event/position").asLong()).isEqualTo(unreadable.position());
            assertThat(standstill.at("/event/eventId").asString()).isEqualTo(unreadable.eventId().toString());
            assertThat(standstill.at("/event/aggregateId").asString()).isEqualTo(unreadable.aggregateId().toString());
            assertThat(standstill.at("/event/type").asString()).isEqualTo("member.suspended");
        }
        await().untilAsserted(() -> assertThat(metric(service, "roster.reader.lag")).isEqualTo(2));
        var lagged = metric(service, "roster.reader.lag.time");
        await().untilAsserted(() -> assertThat(metric(service, "roster.reader.lag.time")).isGreaterThan(lagged).isPositive());
        assertThat(metric(service, "roster.reader.standing.still")).isEqualTo(1);
        assertThat(metric(service, "roster.reader.position")).isEqualTo(unreadable.position() - 1.0);
    }

    private static double metric(RunningService service, String name) {
        return service.context().getBean(MeterRegistry.class).get(name).tag("reader", "views").gauge().value();
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

    @Test
    void a_file_that_cannot_be_finished_does_not_look_complete() throws SQLException {
        try (var recorder = new Recorder(database); var service = RunningService.on(database)) {
            recorder.record(acme.id(), acme.founded());
            var changes = Stream.generate(() -> List.of(new MemberRoleChanged(acme.ada(), Role.ADMIN, Role.DEVELOPER),
                    new MemberRoleChanged(acme.ada(), Role.DEVELOPER, Role.ADMIN))).limit(700).flatMap(List::stream).toArray(Event[]::new);
            var last = recorder.record(acme.id(), changes).getLast().position();
            assertThat(get(service, "/members", last).status()).isEqualTo(200);
            assertThat(service.client().file(acme.path() + "/events", "text/csv").lines()).hasSize(1_404);

            damage(last);

            assertThatThrownBy(() -> service.client().file(acme.path() + "/events", "text/csv")).hasCauseInstanceOf(IOException.class);
            assertThat(service.client().file(acme.path() + "/events?to=" + (last - 1), "text/csv").lines()).hasSize(1_403);
        }
    }

    private void damage(long position) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser(database.name()); var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update event_store.event set payload = '{}' where position = " + position);
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
