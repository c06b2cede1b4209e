package roster.standalone.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.http.LoopbackServer;
import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

class RebuildViewsTest {
    private static final String PROGRESS = """
            {"state": "%s", "events": %s, "total": %s, "eventsPerSecond": %s, "timeLeft": %s, "endedAt": %s, "reason": %s, "result": %s}""";

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private LoopbackServer queries;
    private int status = 202;

    @TempDir Path data;

    @BeforeEach
    void start() throws IOException {
        queries = LoopbackServer.start("queries", 0, Map.of("/", this::answer));
        Files.writeString(data.resolve("operator-token"), "operator\n");
        answers.add(progress("waiting", "0", "null", "null", "null"));
    }

    @AfterEach
    void stop() {
        queries.close();
    }

    private static String progress(String state, String events, String total, String rate, String left) {
        return PROGRESS.formatted(state, events, total, rate, left, "null", "null", "null");
    }

    @Test
    void progress_is_printed_until_the_rebuild_is_done() throws Exception {
        answers.add(progress("building", "5000", "20000", "10000", "\"PT1S\""));
        answers.add(PROGRESS.formatted("done", "20000", "20000", "11000", "null", "\"2026-11-28T00:00:00Z\"", "null",
                "{\"differences\": null}"));

        assertThat(rebuild().run(false)).isTrue();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly("waiting      0 of - events",
                "building     5000 of 20000 events, 10000 per second, 1 s left", "done         20000 of 20000 events, 11000 per second");
        assertThat(asked).containsExactly("POST /admin/projections/views/rebuild Bearer operator",
                "GET /admin/projections/views/rebuilds/1 Bearer operator", "GET /admin/projections/views/rebuilds/1 Bearer operator");
    }

    @Test
    void rows_that_differ_are_listed_and_the_run_has_failed() throws Exception {
        answers.add(PROGRESS.formatted("different", "2", "2", "2", "null", "\"2026-11-28T00:00:00Z\"", "null", """
                {"differences": 1, "differing": [{"table": "member", "key": {"member_id": "1"}}]}"""));

        assertThat(rebuild().run(true)).isFalse();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("differences: 1",
                "{\"table\":\"member\",\"key\":{\"member_id\":\"1\"}}");
        assertThat(asked.getFirst()).startsWith("POST /admin/projections/views/rebuild?verify=true");
    }

    @Test
    void a_rebuild_that_already_runs_and_a_roster_that_does_not_are_said() throws IOException {
        status = 409;
        assertThatThrownBy(() -> rebuild().run(false)).isInstanceOf(StartFailure.class).hasMessageContaining("409");
        queries.close();
        assertThatThrownBy(() -> rebuild().run(false)).isInstanceOf(StartFailure.class).hasMessageContaining("./roster up");
        Files.delete(data.resolve("operator-token"));
        assertThatThrownBy(() -> rebuild().run(false)).isInstanceOf(StartFailure.class).hasMessageContaining("operator token");
    }

    private RebuildViews rebuild() {
        var settings = new Settings(data, data, Map.of(Port.QUERY, queries.address().getPort()));
        return new RebuildViews(settings, new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8)), Duration.ofMillis(1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        var body = String.valueOf(answers.poll()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "/admin/projections/views/rebuilds/1");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? status : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
