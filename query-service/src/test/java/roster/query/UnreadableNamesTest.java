package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.role.Role;
import roster.local.PerJvm;
import roster.local.postgres.Database;

/** Sealed fields are in clear text in the views, and fields that cannot be opened do not stop the projection. */
@OwnServiceTest
class UnreadableNamesTest {
    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;
    @Autowired MeterRegistry meters;

    private final Acme acme = Acme.named("sealed");
    private final UUID grace = UUID.randomUUID();

    @BeforeEach
    void invite() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.joined(UUID.randomUUID(), "Barbara Liskov", Role.DEVELOPER));
        assertThat(names()).containsExactly("Ada Lovelace", "Barbara Liskov", "Grace Hopper");
    }

    @Test
    void a_damaged_name_is_gone_and_everything_else_goes_on() throws SQLException {
        asSuperuser("""
                update event_store.event set payload = jsonb_set(payload, '{name}', payload -> 'email')
                 where event_type = 'member.invited' and aggregate_id = '%s'""".formatted(grace));
        double before = unreadable("damaged");

        rebuild();

        assertThat(names()).containsExactlyInAnyOrder("Ada Lovelace", "Barbara Liskov", "");
        assertThat(unreadable("damaged")).isGreaterThan(before);
        recorder.record(acme.id(), new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));
        assertThat(get("/members/" + grace).text("/role")).isEqualTo("admin");
        assertThat(get("/members/" + grace).text("/email")).isEqualTo("grace.hopper@acme.example");
        everyRowIsAsAnIndependentFoldHasIt();
    }

    @Test
    void where_the_key_was_destroyed_the_name_is_gone_without_an_alarm() throws SQLException {
        double before = unreadable("damaged") + unreadable("lost");
        asSuperuser("update key_store.data_key set wrapped_key = null, destroyed_at = now() where member_id = '" + acme.ada() + "'");

        rebuild();

        assertThat(names()).containsExactlyInAnyOrder("", "Barbara Liskov", "Grace Hopper");
        assertThat(get("/members/" + grace).body().at("/invitation/invitedBy/name").isNull()).isTrue();
        assertThat(unreadable("damaged") + unreadable("lost")).isEqualTo(before);
        everyRowIsAsAnIndependentFoldHasIt();
    }

    private Iterable<String> names() {
        return get("/members").each("/name");
    }

    private Client.Response get(String path) {
        return client.get(acme.path() + path, "Consistency-Token", "" + recorder.lastPosition());
    }

    private void rebuild() {
        client.rebuild();
    }

    private double unreadable(String cause) {
        return meters.get("roster.personal.unreadable").tag("cause", cause).counter().count();
    }

    private void everyRowIsAsAnIndependentFoldHasIt() {
        var expected = new IndependentViews(recorder.all());
        var generation = client.rebuild().body().at("/result/generation").asInt();
        for (var table : Rows.TABLES) {
            assertThat(Rows.in(database, generation, table)).as(table).isEqualTo(expected.rows(table));
        }
    }

    /** Executes a statement that no service may, with the protecting triggers disabled. */
    private void asSuperuser(String sql) throws SQLException {
        try (var connection = PerJvm.postgres().superuser(database.name()); var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
