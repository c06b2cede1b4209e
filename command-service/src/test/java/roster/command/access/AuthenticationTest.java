package roster.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;

@ServiceTest
class AuthenticationTest {
    @Autowired private Client client;

    @ParameterizedTest
    @CsvSource({"POST,/organizations", "POST,/organizations/acme/members", "DELETE,/organizations/acme/members/x",
            "POST,/invitations/accept", "POST,/organizations?access_token=operator-token-that-only-tests-know-0001", "GET,/", "GET,/error",
            "GET,/nowhere", "GET,/actuator", "GET,/actuator/env",
            "GET,/actuator/health", "GET,/actuator/health/readiness", "GET,/actuator/prometheus"})
    void without_a_token_there_is_no_answer(String method, String path) {
        assertUnauthenticated(client.sendAnonymously(method, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer another-token-that-is-long-enough-000001", "Bearer operator-token-that-only-tests-know-0002",
            "Bearer operator-token-that-only-tests-know-000", "Bearer ", "Bearer", "Bearer a b", "Bearer \u00fc", "Basic b3A6dG9rZW4=",
            "operator-token-that-only-tests-know-0001", ""})
    void another_token_is_no_token(String authorization) {
        assertUnauthenticated(client.post("/organizations", "{}", "Authorization", authorization));
    }

    private static void assertUnauthenticated(Response answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.text("/status")).isEqualTo("401");
        assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
    }
}
