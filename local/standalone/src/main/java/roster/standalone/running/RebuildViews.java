package roster.standalone.running;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/** {@code ./roster rebuild}: has the views of the running Roster rebuilt or verified, and prints a line of progress every second until the end. */
public final class RebuildViews {
    private static final String NONE = "-";

    private final JsonMapper json = JsonMapper.shared();
    private final RunningRoster roster;
    private final Terminal terminal;
    private final Duration pause;

    public RebuildViews(Settings settings, Terminal terminal, Duration pause) {
        this.roster = new RunningRoster(settings);
        this.terminal = terminal;
        this.pause = pause;
    }

    /**
     * @return true when the views are rebuilt, or are as their events say
     * @throws StartFailure when Roster does not run, or another rebuild does
     */
    public boolean run(boolean verify) throws IOException, InterruptedException {
        var begun = roster.send(request("/admin/projections/views/rebuild" + (verify ? "?verify=true" : ""))
                .POST(HttpRequest.BodyPublishers.noBody()), 202);
        var location = begun.headers().firstValue("Location").orElseThrow();
        var progress = json.readTree(begun.body());
        for (; progress.path("endedAt").isNull(); progress = json.readTree(roster.send(request(location).GET(), 200).body())) {
            terminal.say(line(progress));
            Thread.sleep(pause);
        }
        terminal.say(line(progress));
        progress.at("/result/differing").forEach(it -> terminal.say("  " + it));
        return progress.path("state").asString().matches("done|verified");
    }

    private HttpRequest.Builder request(String path) {
        return roster.request(Port.QUERY, path);
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
}
