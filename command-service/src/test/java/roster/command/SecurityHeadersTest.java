package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.command.Client.Response;
import roster.local.request.RawHttp;

@ServiceTest
class SecurityHeadersTest {
    private static final Map<String, String> EXPECTED = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    @Autowired private Client client;

    @Test
    void what_has_been_done_is_told_with_them() {
        var answer = client.register("security-headers");

        assertThat(answer.status()).isEqualTo(201);
        assertHeaders(answer);
    }

    @ParameterizedTest
    @CsvSource({"POST,/organizations,400", "GET,/nowhere,404", "PUT,/organizations,405", "POST,/organizations//members,400",
            "POST,/organizations/a%00/members,400", "BREW,/organizations,400"})
    void so_is_every_refusal(String method, String path, int status) {
        var answer = client.send(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertHeaders(answer);
    }

    @Test
    void so_are_those_of_strangers() {
        assertHeaders(client.sendAnonymously("POST", "/organizations"));
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health,200", "/actuator/health/readiness,200", "/actuator/prometheus,200", "/nowhere,401"})
    void so_is_health(String path, int status) {
        var answer = client.manage(path);

        assertThat(answer.status()).isEqualTo(status);
        assertHeaders(answer);
    }

    @ParameterizedTest
    @CsvSource({"GET /organizations?<> HTTP/1.1", "GET / HTTP/9.9", "'G,T / HTTP/1.1'"})
    void so_is_what_the_container_refuses(String line, @Autowired Environment environment) throws IOException {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);

        var answer = RawHttp.exchange(port, line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 [45].*").doesNotContain("\r\nServer:");
        EXPECTED.forEach((name, value) -> assertThat(answer).contains("\r\n" + name + ": " + value + "\r\n"));
    }

    private static void assertHeaders(Response answer) {
        EXPECTED.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().map().keySet()).map(name -> name.toLowerCase(Locale.ROOT))
                .doesNotContain("server", "x-powered-by", "x-application-context", "strict-transport-security");
    }
}
