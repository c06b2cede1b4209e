package roster.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class OperationsTest {
    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource({"health, UP", "health/readiness, UP", "health/liveness, UP", "prometheus, TYPE roster_emails_due gauge",
            "prometheus, roster_emails_due_age_seconds", "prometheus, roster_emails_delay_seconds_count",
            "prometheus, roster_relay_outage_age_seconds 0", "health/smtp, '\"relay\":{\"status\":\"UP\"}'",
            "prometheus, 'roster_reader_standing_still{reader=\"mail-queue\"} 0.0'",
            "prometheus, 'roster_reader_lag_time_seconds{reader=\"reports\"}'", "health/readers, '\"mail-queue\":{'",
            "prometheus, roster_dead_letters_total"})
    void operations_can_see(String what, String shown) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + what)).build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(shown);
        }
    }
}
