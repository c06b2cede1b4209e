package roster.systemtest.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A rule of {@code deploy/prometheus/alerts.yaml}. */
record AlertRule(String name, String query, Map<String, String> labels, Map<String, String> annotations) {
    static final Path FILE = Path.of(System.getProperty("roster.root"), "deploy/prometheus/alerts.yaml");

    static List<AlertRule> all() {
        try {
            Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(Files.readString(FILE));
            return file.getOrDefault("groups", List.of()).stream().flatMap(it -> it.getOrDefault("rules", List.of()).stream())
                    .map(AlertRule::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlertRule of(Map<String, Object> rule) {
        return new AlertRule(String.valueOf(rule.get("alert")), String.valueOf(rule.get("expr")), texts(rule.get("labels")),
                texts(rule.get("annotations")));
    }

    @SuppressWarnings("unchecked") // a YAML mapping
    private static Map<String, String> texts(@Nullable Object mapping) {
        return (Map<String, String>) Objects.requireNonNull(mapping);
    }
}
