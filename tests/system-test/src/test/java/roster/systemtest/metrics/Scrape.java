package roster.systemtest.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/**
 * The metrics of one service.
 *
 * @param samples names of samples, and the labels of each
 */
record Scrape(Map<String, Set<String>> samples) {
    static final List<String> SERVICES = List.of("command", "query", "notification", "console");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z_0-9]+)(?:\\{(.*)})? [^ ]+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    /** What the format of Prometheus appends to the name of a metric. */
    private static final Pattern APPENDED = Pattern.compile("(_seconds|_events|_bytes)?(_bucket|_count|_sum|_max|_total)?$");
    private static final Set<String> OF_FORMAT = Set.of("le", "quantile");

    static Scrape of(Roster roster, String service) {
        return of(Http.open(roster.port(service.toUpperCase(Locale.ROOT) + "_MANAGEMENT")).text("/actuator/prometheus"));
    }

    static Scrape of(String text) {
        var samples = new TreeMap<String, Set<String>>();
        SAMPLE.matcher(text).results().forEach(it -> samples.computeIfAbsent(it.group(1), _ -> new TreeSet<>())
                .addAll(it.group(2) == null ? Set.of() : labels(it.group(2))));
        return new Scrape(samples);
    }

    private static Set<String> labels(String text) {
        return LABEL.matcher(text).results().map(it -> it.group(1)).filter(it -> !OF_FORMAT.contains(it)).collect(Collectors.toSet());
    }

    /** Names of metrics as in the documentation, but with underscores, and the labels of each. */
    Map<String, Set<String>> metrics(String prefix) {
        var metrics = new TreeMap<String, Set<String>>();
        samples.forEach((name, labels) -> {
            if (name.startsWith(prefix)) {
                metrics.computeIfAbsent(APPENDED.matcher(name).replaceFirst(""), _ -> new TreeSet<>()).addAll(labels);
            }
        });
        return metrics;
    }
}
