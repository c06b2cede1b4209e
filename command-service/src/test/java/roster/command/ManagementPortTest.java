package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.local.request.RawHttp;

@ServiceTest
class ManagementPortTest {
    @Autowired private Client client;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus"})
    void health_and_metrics_need_no_token(String path) {
        assertThat(client.manage(path).status()).isEqualTo(200);
    }

    @Test
    void health_says_no_more_than_how_it_is() {
        assertThat(client.manage("/actuator/health").body().propertyNames()).containsOnly("status", "groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/error", "/organizations", "/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump"})
    void without_a_token_nothing_else_is_found(String path) {
        var answer = client.manage(path);

        assertThat(answer.status()).isEqualTo(401);
        BadInputTest.assertProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/organizations", "/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump",
            "/actuator/health/nothing"})
    void nor_for_an_operator(String path) {
        var answer = client.manage(path, "Authorization", "Bearer " + FreshDatabase.OPERATOR_TOKEN);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.raw()).doesNotContainIgnoringCase("exception", "trace\"", "roster.command", "org.spring", "tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus"})
    void nothing_of_it_is_on_the_port_of_the_commands(String path) {
        var answer = client.send("GET", path, "");

        assertThat(answer.status()).isEqualTo(404);
        BadInputTest.assertProblem(answer);
    }

    @Test
    void what_the_container_refuses_reveals_nothing(@Autowired Environment environment) throws IOException {
        var port = environment.getRequiredProperty("local.management.port", Integer.class);
        var answer = RawHttp.exchange(port, "GET /<> HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat", "exception", "Server:");
    }
}
