package roster.standalone.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.http.LoopbackServer;
import roster.local.process.Ports;
import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;

class StatusTest {
    private static final String READERS = """
            {"status": "%s", "components": {"reading": {"status": "%s", "details": {"views": {"position": 120, "lag": %d, "lagTime": "%s"%s}}}}}""";

    private final Map<String, String> answers = new HashMap<>(Map.of("/actuator/health", "{\"status\": \"UP\", \"groups\": [\"readers\"]}",
            "/actuator/health/readers", String.format(Locale.ROOT, READERS, "UP", "UP", 0, "PT0S", "")));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private LoopbackServer everything;

    @TempDir Path data;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(data.resolve("version"), "0.2.0 (abcdef1)\n");
        everything = LoopbackServer.start("everything", 0, Map.of("/", this::answer));
    }

    @AfterEach
    void stop() {
        everything.close();
    }

    @Test
    void everything_that_runs_has_a_line_with_its_health_and_readers_have_their_lag() throws Exception {
        try (var _ = DataFolder.own(data)) {
            assertThat(status(Map.of())).isTrue();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Roster 0.2.0 (abcdef1)")
                .containsPattern("query-service +healthy +ports \\d+, \\d+, no process")
                .containsPattern("PostgreSQL +answers").containsPattern("query-service +views +120 +0 +0\\.0 s")
                .containsPattern("log +\\d+\\.\\d MB").contains("of the disk are free");
    }

    @Test
    void a_reader_that_stands_still_is_named_with_the_reason() throws Exception {
        answers.put("/actuator/health", "{\"status\": \"STANDING_STILL\", \"groups\": [\"readers\"]}");
        answers.put("/actuator/health/readers", String.format(Locale.ROOT, READERS, "STANDING_STILL", "STANDING_STILL", 7, "PT1M30.5S",
                ", \"standstill\": {\"since\": \"2026-11-28T12:00:00Z\", \"reason\": \"no connection\"}"));

        try (var _ = DataFolder.own(data)) {
            assertThat(status(Map.of())).isFalse();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("query-service +STANDING_STILL")
                .contains("reader views stands still since 2026-11-28T12:00:00Z: no connection")
                .containsPattern("views +120 +7 +90\\.5 s");
    }

    @Test
    void a_component_that_is_down_and_a_server_that_is_silent_are_named() throws Exception {
        answers.put("/actuator/health", "{\"status\": \"DOWN\", \"groups\": [\"relay\"]}");
        answers.put("/actuator/health/relay", "{\"status\": \"DOWN\", \"components\": {\"relay\": {\"status\": \"DOWN\"}}}");

        try (var _ = DataFolder.own(data)) {
            assertThat(status(Map.of(Port.KAFKA, Ports.freeOr(0), Port.CONSOLE_MANAGEMENT, Ports.freeOr(0)))).isFalse();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("console +does not answer")
                .containsPattern("notification-service +DOWN").contains("relay is DOWN").containsPattern("Kafka +does not answer");
    }

    @Test
    void without_a_running_roster_it_says_how_to_start_one() throws Exception {
        assertThat(status(Map.of())).isFalse();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("No Roster runs on the data in " + data).contains("./roster up");
    }

    private boolean status(Map<Port, Integer> others) throws Exception {
        int here = everything.address().getPort();
        var ports = Arrays.stream(Port.values()).collect(Collectors.toMap(port -> port, port -> others.getOrDefault(port, here)));
        return new Status(new Settings(data, data, ports), new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8))).run();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = answers.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
