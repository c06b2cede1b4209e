package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.postgres.Database;
import roster.local.request.RawHttp;

@ServiceTest
class ProblemsTest {
    @Autowired Client client;

    @Test
    void a_caller_without_a_valid_token_learns_nothing_else() {
        for (var headers : new String[][]{{}, {"Authorization", "Bearer " + "x".repeat(40)}, {"Authorization", "Bearer"},
                {"Authorization", "Basic b3BlcmF0b3I6"}, {"Authorization", "Bearer a b"}}) {
            for (var path : new String[]{"/roles", "/organizations/acme/members", "/nowhere", "/actuator/health", "/error"}) {
                var answer = client.anonymous(path, headers);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"roster\"");
                isProblem(answer, "unauthenticated");
            }
        }
    }

    @Test
    void anybody_may_ask_for_health() {
        assertThat(client.manage("/actuator/health/liveness").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(client.manage("/actuator/health/readiness").status()).isEqualTo(200));
        assertThat(client.manage("/actuator/health").status()).isEqualTo(200);
        assertThat(client.manage("/actuator/metrics").status()).isEqualTo(401);
        isProblem(client.get("/actuator/health"), "not-found");
    }

    @Test
    void what_is_no_problem_is_never_called_one() {
        var answer = client.get("/roles", "Accept", "application/problem+json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void every_error_is_a_problem() {
        isProblem(client.get("/nowhere"), "not-found");
        isProblem(client.get("/organizations/unknown/members"), "not-found");
        isProblem(client.send("DELETE", "/roles"), "method-not-allowed");
        isProblem(client.get("/roles", "Accept", "text/html"), "not-acceptable");
        isProblem(client.get("/roles?x=1"), "invalid");
        isProblem(client.get("/roles;x=1"), "invalid");
        isProblem(client.get("/%2e%2e/roles"), "invalid");
    }

    @Test
    void so_is_what_the_container_refuses() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            socket.getOutputStream()
                    .write("GET /roles?<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").contains("\"code\":\"invalid\"");
        }
    }

    @Test
    void so_is_what_is_too_long() throws IOException {
        for (var head : new String[]{"GET /roles?x=" + "x".repeat(9_000), "GET /roles HTTP/1.1\r\nX-Long: " + "x".repeat(9_000)}) {
            assertThat(RawHttp.exchange(client.port(), head + (head.contains("HTTP") ? "" : " HTTP/1.1") + "\r\nHost: x\r\n\r\n"))
                    .startsWith(head.contains("HTTP") ? "HTTP/1.1 431" : "HTTP/1.1 414")
                    .contains("application/problem+json", head.contains("HTTP") ? "headers-too-large" : "uri-too-long");
        }
    }

    @Test
    void every_answer_says_that_it_is_not_to_be_kept_framed_or_run() {
        for (var answer : List.of(client.get("/roles"), client.get("/nowhere"), client.anonymous("/roles"), client.get("/%2e%2e/roles"),
                client.manage("/actuator/health"))) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
        assertThat(client.get("/roles", "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_browser_that_came_over_tls_is_told_to_stay_there(@Autowired Database database) {
        try (var service = RunningService.on(database, "ROSTER_FORWARD_HEADERS=native")) {
            assertThat(service.client().get("/roles", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                    .startsWith("max-age=31536000");
            assertThat(service.client().get("/roles").headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void no_answer_repeats_what_the_request_calls_the_host() throws IOException {
        for (var path : new String[]{"/roles", "/.well-known/authzen-configuration", "/.well-known/oauth-protected-resource", "/nowhere"}) {
            var answer = RawHttp.exchange(client.port(), "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith(path.contains("authzen") ? "HTTP/1.1 200" : "HTTP/1.1 401").doesNotContain("evil.example");
        }
    }

    @Test
    void nothing_is_told_of_this_service_that_it_does_not_do() {
        isProblem(client.get("/.well-known/oauth-protected-resource"), "not-found");
        isProblem(client.anonymous("/.well-known/oauth-protected-resource"), "unauthenticated");
        assertThat(client.anonymous("/roles").header("WWW-Authenticate")).isEqualTo("Bearer realm=\"roster\"");
        assertThat(client.as("x".repeat(40)).get("/roles").header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"roster\", error=\"invalid_token\"");
    }

    @Test
    void a_problem_belongs_to_the_trace_of_the_caller() {
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(client.get("/nowhere", "traceparent", traceparent).text("/traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private static void isProblem(Client.Response answer, String code) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("urn:roster:problem:" + code);
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.body().path("errors").isArray()).isTrue();
        assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.body().propertyNames()).doesNotContain("trace", "exception", "path", "timestamp");
    }
}
