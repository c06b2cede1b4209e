package roster.command.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Teams;
import roster.command.Together;

@ServiceTest
class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Test
    void the_same_request_gets_the_same_answer() {
        var team = teams.founded("same-request");
        var key = UUID.randomUUID().toString();

        var first = team.invite("grace@navy.example", "developer", KEY, key);
        var second = team.invite("grace@navy.example", "developer", KEY, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertSame(first, second);
        assertThat(team.history(first.id("/memberId"))).hasSize(1);
    }

    private static void assertSame(Response first, Response second) {
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.raw()).isEqualTo(first.raw());
        for (var header : List.of("Content-Type", "Location", "ETag", "Consistency-Token")) {
            assertThat(second.header(header)).isEqualTo(first.header(header));
        }
    }

    @Test
    void every_command_can_be_repeated() {
        var registration = repeated("POST", "/organizations", """
                {"slug": "repeated", "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example"}}""");
        assertThat(registration.status()).isEqualTo(201);
        var team = teams.founded("repeated-commands");
        var invited = team.invite("grace@navy.example", "developer");
        var grace = team.path(invited.id("/memberId"));

        assertThat(repeated("POST", grace + "/invitation/resend", "{\"reason\": \"lost\"}").status()).isEqualTo(200);
        assertThat(repeated("POST", "/invitations/accept", """
                {"token": "%s", "verifiedEmail": "grace@navy.example"}""".formatted(
                team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 2))).status()).isEqualTo(200);
        assertThat(repeated("PUT", grace + "/role", "{\"role\": \"admin\"}").status()).isEqualTo(204);
        assertThat(repeated("POST", grace + "/suspend", "").status()).isEqualTo(204);
        assertThat(repeated("POST", grace + "/reactivate", "").status()).isEqualTo(204);
        assertThat(repeated("DELETE", grace + "?reason=left", "").status()).isEqualTo(204);
        assertThat(team.history(invited.id("/memberId"))).hasSize(7);
    }

    private Response repeated(String method, String path, String body) {
        var key = UUID.randomUUID().toString();
        var first = client.send(method, path, body, KEY, key);
        var second = client.send(method, path, body, KEY, key);
        assertSame(first, second);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        return second;
    }

    @Test
    void a_key_is_good_for_one_request() {
        var team = teams.founded("other-request");
        var key = UUID.randomUUID().toString();
        var mary = team.join("mary@acme.example", "developer");
        team.post(mary, "suspend", KEY, key);

        assertReused(team.invite("grace@navy.example", "developer", KEY, key));
        assertReused(team.post(mary, "reactivate", KEY, key));
        assertReused(team.post(mary, "suspend", KEY, key, "If-Match", "\"1\""));
        assertReused(team.post(mary, "suspend", KEY, key, "On-Behalf-Of", team.ada().toString()));
        assertReused(client.post(team.path(mary) + "/suspend", "{\"reason\": \"another one\"}", KEY, key));
        assertThat(team.history(mary)).hasSize(3);
    }

    private static void assertReused(Response answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("idempotency-key-reused");
        assertThat(answer.text("/errors/0/header")).isEqualTo(KEY);
    }

    @Test
    void a_refusal_is_decided_anew() {
        var team = teams.founded("anew");
        var key = UUID.randomUUID().toString();
        var holder = team.invite("grace@navy.example", "developer").id("/memberId");

        assertThat(team.invite("grace@navy.example", "admin", KEY, key).code()).isEqualTo("email-taken");
        assertThat(team.invite("GRACE@navy.example", "developer", KEY, key).code()).isEqualTo("email-taken");
        team.delete(holder);

        var decided = team.invite("grace@navy.example", "admin", KEY, key);
        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void of_thirty_two_at_once_with_one_key_one_is_carried_out() {
        var team = teams.founded("thirty-two-keys");
        for (int round = 0; round < 8; round++) {
            var email = "grace" + round + "@navy.example";
            var key = UUID.randomUUID().toString();

            var answers = Together.all(32, _ -> team.invite(email, "developer", KEY, key));

            var created = answers.stream().filter(it -> it.status() == 201).toList();
            assertThat(created).isNotEmpty();
            assertThat(created).extracting(Response::raw).containsOnly(created.getFirst().raw());
            assertThat(created).filteredOn(it -> it.header("Idempotency-Replayed").isEmpty()).hasSize(1);
            assertThat(answers).filteredOn(it -> it.status() != 201)
                    .allSatisfy(it -> assertThat(it.text("/errors/0/header")).as(it.raw()).isEqualTo(KEY));
            assertThat(team.events()).extracting(it -> it.event().toString()).filteredOn(it -> it.contains(email)).hasSize(1);
        }
    }
}
