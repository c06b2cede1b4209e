package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.local.PerJvm;
import roster.local.postgres.Database;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreViewsReconcilerTest {
    private static final String DETAILS = "/components/reconciling/details/store-views";
    private static final String[] COMPARING = {"roster.reconciler.share=1", "roster.reconciler.first=0s", "roster.reconciler.pause=50ms"};

    private final Database database = FreshDatabase.create();
    private final Recorder recorder = new Recorder(database);
    private Acme acme = Acme.named("reconciled");
    private UUID grace = UUID.randomUUID();
    private RunningService service;

    @BeforeAll
    void start() {
        service = RunningService.on(database, COMPARING);
    }

    @AfterAll
    void stop() {
        service.close();
        recorder.close();
    }

    @BeforeEach
    void record() {
        acme = Acme.named("reconciled-" + UUID.randomUUID().toString().substring(0, 8));
        grace = UUID.randomUUID();
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        assertThat(service.client().get("/roles", "Consistency-Token", "" + recorder.lastPosition()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update member set role = 'admin' where member_id = '%s'     | the views differ from the events in role",
            "update member set name = 'Grace Brewster' where member_id = '%s' | the views differ from the events in name, name_key",
            "update member set version = 0 where member_id = '%s'        | the views differ from the events in version (0 instead of 1)",
            "update member set mail_events = 3 where member_id = '%s'    | the views differ from the events in mail_events",
            "delete from member where member_id = '%s'                   | the views lack the member"})
    void a_row_that_was_changed_is_found_and_named_and_no_longer_when_it_is_mended(String defect, String what, CapturedOutput log) {
        var row = views().sql("select to_jsonb(member) from " + live() + ".member where member_id = ?").param(grace).query(String.class)
                .single();

        plant(defect.formatted(grace));

        await().until(() -> health().status() == 503);
        assertThat(reconciler().at("/members/" + grace).asString()).isEqualTo(what);
        assertThat(differences()).isEqualTo(1);
        assertThat(log).contains("store-views differ: member " + grace + ": " + what);
        assertThat(health().body().toString()).doesNotContain("Brewster");

        views().sql("delete from " + live() + ".member where member_id = ?").param(grace).update();
        assertThat(
                views().sql("insert into " + live() + ".member select * from jsonb_populate_record(null::" + live() + ".member, ?::jsonb)")
                        .param(row).update())
                .isEqualTo(1);

        await().until(() -> health().status() == 200);
        assertThat(differences()).isZero();
        assertThat(log).contains("store-views no longer differ: member " + grace);
    }

    @Test
    void a_row_without_events_is_found() {
        var stranger = UUID.randomUUID();
        plant("insert into member select (jsonb_populate_record(member, jsonb_build_object('member_id', '" + stranger
                + "'))).* from member where member_id = '" + grace + "'");

        await().untilAsserted(() -> assertThat(reconciler().at("/members/" + stranger).asString())
                .isEqualTo("the views have a member without events"));

        plant("delete from member where member_id = '" + stranger + "'");
        await().until(() -> health().status() == 200);
    }

    @Test
    void an_event_that_was_changed_in_the_store_is_found() throws SQLException {
        await("the log has hashed the event as it was").until(() -> hashed() >= recorder.lastPosition());
        asSuperuser("update event_store.event set payload = payload - 'role' where event_type = 'member.invited' and aggregate_id = '%s'");

        await().untilAsserted(() -> assertThat(reconciler().at("/members/" + grace).asString()).contains("cannot be read"));

        asSuperuser("update event_store.event set payload = payload || '{\"role\": \"developer\"}'"
                + " where event_type = 'member.invited' and aggregate_id = '%s'");
        await().until(() -> health().status() == 200);
    }

    @Test
    void what_is_in_flight_is_no_difference(CapturedOutput log) {
        try (var journal = new Journal(recorder, 11_282_026)) {
            journal.write(20);
            journal.keepWriting();
            for (int round = 0; round < 5; round++) {
                var member = UUID.randomUUID();
                recorder.record(acme.id(), acme.joined(member, "Canary", Role.DEVELOPER));
                recorder.record(acme.id(), new MemberDeleted(member, MemberStatus.ACTIVE), new MemberErased(member));
                var since = Instant.now();
                await().until(() -> lastPass(service).isAfter(since));
            }
        }
        assertThat(log).doesNotContain("store-views differ", "cannot be compared");
        assertThat(reconciler().path("compared").asLong()).isPositive();
    }

    @Test
    void one_instance_at_a_time_compares_and_when_its_lock_is_lost_one_of_all_does() {
        try (var other = RunningService.on(database, COMPARING)) {
            await().until(() -> reconciling(service) && !reconciling(other));

            assertThat(views().sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and application_name = 'query-service reconciler lock'").query().listOfRows()).isNotEmpty();

            var since = Instant.now();
            await().until(
                    () -> reconciling(service) != reconciling(other) && lastPass(reconciling(service) ? service : other).isAfter(since));
        }
    }

    private static boolean reconciling(RunningService one) {
        return details(one).path("reconciling").asBoolean();
    }

    private static Instant lastPass(RunningService one) {
        var last = details(one).path("lastPass").asString("");
        return last.isEmpty() ? Instant.MIN : Instant.parse(last);
    }

    private static JsonNode details(RunningService one) {
        return one.client().manage("/actuator/health/reconciler").body().at(DETAILS);
    }

    private Client.Response health() {
        return service.client().manage("/actuator/health/reconciler");
    }

    private JsonNode reconciler() {
        return details(service);
    }

    private double differences() {
        return service.context().getBean(MeterRegistry.class).get("roster.reconciler.differences").tag("pair", "store-views").gauge()
                .value();
    }

    private void plant(String defect) {
        assertThat(views().sql(defect.replaceAll("(update|from|into) member ", "$1 " + live() + ".member ")).update()).isEqualTo(1);
    }

    private long hashed() {
        return views().sql("select position from record_log.progress").query(Long.class).single();
    }

    private String live() {
        return "views_" + views().sql("select number from views.generation where state = 'live'").query(Integer.class).single();
    }

    private JdbcClient views() {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_query", database.passwords().query()));
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = PerJvm.postgres().superuser(database.name()); var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(grace))).isEqualTo(1);
        }
    }
}
