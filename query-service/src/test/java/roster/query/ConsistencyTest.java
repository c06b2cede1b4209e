package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.role.Role;
import roster.local.postgres.Database;

@ServiceTest
class ConsistencyTest {
    private final Acme acme = Acme.named("acme");
    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    @BeforeEach
    void acme_is_there() {
        recorder.record(acme.id(), acme.founded());
    }

    @Test
    void a_query_with_the_token_of_a_command_includes_its_result() {
        for (int i = 0; i < 50; i++) {
            var member = UUID.randomUUID();
            var token = "" + recorder.record(acme.id(), acme.invited(member, "Grace Hopper", Role.DEVELOPER)).getFirst().position();

            var answer = client.get(acme.path() + "/members/" + member, "Consistency-Token", token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(Long.parseLong(answer.header("Consistency-Token"))).isGreaterThanOrEqualTo(Long.parseLong(token));
        }
    }

    @Test
    void a_list_says_what_it_is_true_as_of() {
        var token = "" + recorder.lastPosition();
        var answer = client.get(acme.path() + "/members", "Consistency-Token", token);
        assertThat(answer.text("/position")).isEqualTo(token).isEqualTo(answer.header("Consistency-Token"));
    }

    @Test
    void the_position_advances_over_what_was_never_recorded() {
        recorder.recordInVain(acme.id(), acme.invited(UUID.randomUUID(), "Grace", Role.ADMIN));
        var token = "" + recorder.lastPosition();

        var answer = client.get(acme.path() + "/members", "Consistency-Token", token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Consistency-Token")).isEqualTo(token);
    }

    @Test
    void views_that_are_held_up_are_said_to_be_unavailable_and_never_silently_old() throws Exception {
        client.get("/roles", "Consistency-Token", "" + recorder.lastPosition());
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query())) {
            connection.setAutoCommit(false);
            var held = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            held.sql("select number from views.generation for update").query(Integer.class).list();
            var token = "" + recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Late", Role.ADMIN)).getFirst().position();

            var start = System.nanoTime();
            var answer = client.get(acme.path() + "/members", "Consistency-Token", token, "Prefer", "respond-async, wait=1");

            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/code")).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(client.get(acme.path() + "/members").status()).isEqualTo(200);
            connection.rollback();
            assertThat(client.get(acme.path() + "/members", "Consistency-Token", token).status()).isEqualTo(200);
        }
    }

    /** The store was restored from a backup that lacks the last position. */
    @Test
    void a_token_of_a_time_that_was_lost_is_refused_by_name_and_older_and_newer_ones_are_not() {
        var kept = "" + recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Kept", Role.DEVELOPER)).getLast().position();
        recorder.recordInVain(acme.id(), acme.invited(UUID.randomUUID(), "Lost", Role.DEVELOPER));
        var lost = "" + recorder.lastPosition();

        recorder.beginEpoch();

        var next = "" + recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Next", Role.DEVELOPER)).getLast().position();
        assertThat(client.get("/roles", "Consistency-Token", next).status()).isEqualTo(200);
        assertThat(client.get("/roles", "Consistency-Token", kept).status()).isEqualTo(200);
        var answer = client.get("/roles", "Consistency-Token", lost);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrong()).isEqualTo("Consistency-Token");
        assertThat(answer.body().toString()).contains("lost when the event store was restored");
        assertThat(Long.parseLong(next)).isGreaterThan(Long.parseLong(lost) + 1_000_000);
    }

    @Test
    void a_token_that_was_never_given_out_is_refused() {
        for (var token : new String[]{"rubbish", "-1", "1.5", "9".repeat(30), "", "" + (recorder.lastPosition() + 1_000)}) {
            var answer = client.get("/roles", "Consistency-Token", token, "Prefer", "wait=30");
            assertThat(answer.status()).as(token).isEqualTo(400);
            assertThat(answer.wrong()).isEqualTo("Consistency-Token");
        }
        assertThat(client.get("/roles", "Consistency-Token", "1", "Consistency-Token", "2").wrong()).isEqualTo("Consistency-Token");
    }
}
