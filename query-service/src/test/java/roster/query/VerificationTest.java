package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.local.postgres.Database;

@OwnServiceTest
@ExtendWith(OutputCaptureExtension.class)
class VerificationTest {
    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;
    @Autowired MeterRegistry meters;

    private final Acme acme = Acme.named("verified-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID grace = UUID.randomUUID();

    @BeforeEach
    void record() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.token(UUID.randomUUID(), null, Scope.AUDIT));
        assertThat(client.get("/roles", "Consistency-Token", "" + recorder.lastPosition()).status()).isEqualTo(200);
    }

    @Test
    void views_under_load_are_as_their_events_say_and_stay_in_use() {
        try (var journal = new Journal(recorder, 11_282_026)) {
            journal.write(50);
            journal.keepWriting();
            var before = client.get("/admin/projections").body().at("/data/0/generation/number").asInt();

            for (int run = 0; run < 3; run++) {
                var verified = client.verify();

                assertThat(verified.text("/state")).as(verified.body().toString()).isEqualTo("verified");
                assertThat(verified.body().at("/result/differences").asLong()).isZero();
                assertThat(verified.body().at("/result/events").asLong()).isPositive();
            }
            assertThat(client.get("/admin/projections").body().at("/data/0/generation/number").asInt()).isEqualTo(before);
            assertThat(views().sql("select count(*) from views.generation where state = 'building'").query(Long.class).single()).isZero();
        }
    }

    @Test
    void an_erasure_meanwhile_is_no_difference() {
        recorder.record(acme.id(), new MemberDeleted(grace, MemberStatus.ACTIVE), new MemberErased(grace));

        assertThat(client.verify().text("/state")).isEqualTo("verified");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "member     | update member set role = 'admin', name = 'Grace H.' where member_id = '%s' | changed | name, role",
            "member     | delete from member where member_id = '%s' | missing |",
            "role_count | update role_count set members = members + 1 where role = 'developer' and status = 'active' and organization_id = '%2$s' | changed | members",
            "api_token  | insert into api_token select gen_random_uuid(), organization_id, kind, owner_id, name, scopes, created_at, creator_kind,"
                    + " creator_id, on_behalf_of, expires_at, revoked_at, version, created_position, revoked_position from api_token where organization_id = '%2$s' | unfounded |"})
    void each_row_that_differs_is_named(String table, String defect, String kind, String columns, CapturedOutput log) {
        plant(defect.formatted(grace, acme.id()));

        var found = client.verify();

        assertThat(found.text("/state")).isEqualTo("different");
        assertThat(found.body().at("/result/differences").asLong()).isEqualTo(1);
        var difference = found.body().at("/result/differing/0");
        assertThat(difference.path("table").asString()).isEqualTo(table);
        assertThat(difference.path("kind").asString()).isEqualTo(kind);
        assertThat(difference.path("columns").valueStream().map(it -> it.asString()).toList())
                .isEqualTo(columns == null ? List.of() : List.of(columns.split(", ", -1)));
        if (table.equals("member")) {
            assertThat(difference.at("/key/member_id").asString()).isEqualTo(grace.toString());
        }
        assertThat(log).contains("the views differ from their events: row ").contains("of " + table + " is " + kind);
        assertThat(found.body().toString() + log.getAll()).doesNotContain("Grace H");

        client.rebuild();

        assertThat(client.verify().text("/state")).isEqualTo("verified");
    }

    @Test
    void their_number_is_a_metric() {
        plant("delete from member where member_id = '" + grace + "'");
        client.verify();
        await().untilAsserted(() -> assertThat(differing()).isEqualTo(1));

        client.rebuild();
        await().untilAsserted(() -> assertThat(differing()).isZero());
    }

    private double differing() {
        return meters.get("roster.views.differing.rows").gauge().value();
    }

    private void plant(String defect) {
        var live = views().sql("select number from views.generation where state = 'live'").query(Integer.class).single();
        assertThat(views().sql(defect.replaceAll("(update|from|into) (member|role_count|api_token)", "$1 views_" + live + ".$2")).update())
                .isPositive();
    }

    private JdbcClient views() {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_query", database.passwords().query()));
    }
}
