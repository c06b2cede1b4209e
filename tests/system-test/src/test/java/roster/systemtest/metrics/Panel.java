package roster.systemtest.metrics;

import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A query of a panel of {@code deploy/grafana/roster.json}. */
record Panel(String title, String query) {
    private static final Path FILE = Path.of(System.getProperty("roster.root"), "deploy/grafana/roster.json");

    static List<Panel> all() {
        return dashboard().path("panels").valueStream()
                .flatMap(panel -> panel.path("targets").valueStream()
                        .map(it -> new Panel(panel.path("title").asString(), it.path("expr").asString())))
                .toList();
    }

    static JsonNode dashboard() {
        return new JsonMapper().readTree(FILE.toFile());
    }
}
