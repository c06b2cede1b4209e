package roster.standalone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/** {@code ./roster rebuild}: has the views of the running Roster rebuilt or verified, and prints a line of progress every second until the end. */
final class RebuildViews {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String NONE = "-";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Settings settings;
    private final Terminal terminal;
    private final Duration pause;

    RebuildViews(Settings settings, Terminal terminal, Duration pause) {
        this.settings = settings;
        this.terminal = terminal;
        this.pause = pause;
    }

    /**
     * @return true when the views are rebuilt, or are as their events say
     * @throws StartFailure when Roster does not run, or another rebuild does
     */
    boolean run(boolean verify) throws IOException, InterruptedException {
        var begun = send(request("/admin/projections/views/rebuild" + (verify ? "?verify=true" : ""))
                .POST(HttpRequest.BodyPublishers.noBody()), 202);
        var location = begun.headers().firstValue("Location").orElseThrow();
        var progress = json.readTree(begun.body());
        for (; progress.path("endedAt").isNull(); progress = json.readTree(send(request(location).GET(), 200).body())) {
            terminal.say(line(progress));
            Thread.sleep(pause);
        }
        terminal.say(line(progress));
        progress.at("/result/differing").forEach(it -> terminal.say("  " + it));
        return progress.path("state").asString().matches("done|verified");
    }

    private static String line(JsonNode progress) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-12s %s of %s events", progress.path("state").asString(),
                progress.path("events").asString(NONE), progress.path("total").asString(NONE)));
        append(text, ", %s per second", progress.path("eventsPerSecond"));
        if (!progress.path("timeLeft").isNull()) {
            text.append(", ").append(Duration.parse(progress.path("timeLeft").asString()).toSeconds()).append(" s left");
        }
        append(text, ", differences: %s", progress.at("/result/differences"));
        append(text, ": %s", progress.path("reason"));
        return text.toString();
    }

    private static void append(StringBuilder text, String form, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            text.append(String.format(Locale.ROOT, form, value.asString()));
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new StartFailure("query-service answers " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (ConnectException _) {
            throw new StartFailure("no Roster runs on port " + settings.port(Port.QUERY) + "; start it with ./roster up");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port(Port.QUERY) + path)).timeout(ANSWER)
                .header("Authorization", "Bearer " + operatorToken());
    }

    /** Read without the folder's lock, which the running Roster holds. */
    private String operatorToken() {
        var file = settings.data().resolve("operator-token");
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new StartFailure("cannot read the operator token in " + file + "; start Roster with ./roster up, or set ROSTER_DATA");
        }
    }
}
