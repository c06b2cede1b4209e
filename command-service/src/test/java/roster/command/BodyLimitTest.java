package roster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.command.Client.Response;
import roster.local.request.RawHttp;

@ServiceTest
class BodyLimitTest {
    private static final int LIMIT = 64 * 1024;
    private static final String MEMBERS = "/organizations/body-limit/members";

    @Autowired private Client client;

    @BeforeAll
    static void register(@Autowired Client client) {
        assertThat(client.register("body-limit").status()).isEqualTo(201);
    }

    /** An invitation with a length of {@code length} bytes, mostly blanks. */
    private static byte[] invitation(int length, String email) {
        var json = "{\"name\": \"Grace Hopper\", \"role\": \"developer\", \"email\": \"" + email + "\"";
        return (json + " ".repeat(length - json.length() - 1) + "}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_body_of_the_greatest_length_is_read() {
        assertThat(client.send("POST", MEMBERS, invitation(LIMIT, "grace@navy.example")).status()).isEqualTo(201);
        assertThat(client.sendChunked("POST", MEMBERS, invitation(LIMIT, "mary@navy.example")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10 * LIMIT})
    void a_longer_one_is_not(int length) {
        assertTooLarge(client.send("POST", MEMBERS, invitation(length, "too-long@navy.example")));
        assertTooLarge(client.sendChunked("POST", MEMBERS, invitation(length, "too-long@navy.example")));
        assertThat(client.send("POST", MEMBERS, invitation(LIMIT, length + "@navy.example")).status()).isEqualTo(201);
    }

    @Test
    void nor_when_it_is_one_long_text() {
        var body = "{\"name\": \"%s\"}".formatted("x".repeat(2 * LIMIT)).getBytes(StandardCharsets.UTF_8);

        assertTooLarge(client.sendChunked("POST", MEMBERS, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void nor_a_form(String type) {
        for (var method : new String[]{"POST", "PUT", "DELETE"}) {
            var body = ("name=" + "x".repeat(2 * LIMIT)).getBytes(StandardCharsets.UTF_8);

            assertTooLarge(client.send(method, MEMBERS, body, "Content-Type", type));
            assertThat(client.sendChunked(method, MEMBERS + "?reason=x", body, "Content-Type", type).status()).isBetween(400, 415);
        }
    }

    @Test
    void nor_by_what_recognizes_repeated_requests() {
        var key = UUID.randomUUID().toString();

        assertTooLarge(client.sendChunked("POST", MEMBERS, invitation(2 * LIMIT, "keyed@navy.example"), "Idempotency-Key", key));
    }

    @Test
    void a_repeated_request_is_recognized_by_every_byte() {
        var key = UUID.randomUUID().toString();
        var body = invitation(LIMIT, "every-byte@navy.example");
        var other = body.clone();
        other[LIMIT - 2] = '\n';

        var first = client.send("POST", MEMBERS, body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(client.sendChunked("POST", MEMBERS, body, "Idempotency-Key", key).raw()).isEqualTo(first.raw());
        assertThat(client.send("POST", MEMBERS, other, "Idempotency-Key", key).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void also_by_a_body_that_no_controller_reads() {
        var key = UUID.randomUUID().toString();
        var member = MEMBERS + "/" + client.invite("body-limit", "unasked@navy.example", "developer").id("/memberId");

        assertThat(client.send("DELETE", member, "", "Idempotency-Key", key).status()).isEqualTo(204);
        assertThat(client.send("DELETE", member, "{}", "Idempotency-Key", key).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_rest_of_a_body_that_is_too_long_is_not_awaited(@Autowired Environment environment) throws IOException {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);

        var answer = RawHttp.begin(port, "POST /organizations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + FreshDatabase.OPERATOR_TOKEN
                + "\r\nContent-Length: 999999999\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000})
    void so_is_what_comes_before_the_body(int length) throws IOException {
        var header = answered(() -> client.send("POST", MEMBERS, "{}", "X-Long", "x".repeat(length)));
        var uri = answered(() -> client.send("POST", MEMBERS + "?reason=" + "x".repeat(length), "{}"));

        assertThat(header.status()).isIn(400, 431);
        BadInputTest.assertProblem(header);
        assertThat(uri.status()).isIn(400, 414);
        BadInputTest.assertProblem(uri);
    }

    /** The container closes the connection before it has read the head; the reset can overtake the answer. */
    private static Response answered(Callable<Response> request) {
        return await().ignoreExceptionsMatching(it -> it.getCause() instanceof IOException).until(request, Objects::nonNull);
    }

    private static void assertTooLarge(Response answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("content-too-large");
        BadInputTest.assertProblem(answer);
    }
}
