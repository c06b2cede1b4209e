package roster.systemtest.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A metric in the table of {@code docs/operating.md}.
 *
 * @param name      with underscores
 * @param temporary true when it is there only while something lasts
 */
record DocumentedMetric(String name, Set<String> labels, Set<String> services, boolean temporary) {
    static final Path GUIDE = Path.of(System.getProperty("roster.root"), "docs/operating.md");
    private static final Pattern NAME = Pattern.compile("`([a-z][a-z.]+)`");
    private static final Pattern LABELS = Pattern.compile("\\((`[^)]*)\\)");

    /** All rows of the section, one for each metric. */
    static List<DocumentedMetric> all() {
        return section("## Metrics").lines().filter(it -> it.startsWith("| `")).flatMap(DocumentedMetric::row).toList();
    }

    /** The text below a heading, without the heading. */
    static String section(String heading) {
        try {
            var text = Files.readString(GUIDE);
            int begin = text.indexOf("\n" + heading + "\n") + heading.length() + 2;
            int end = text.indexOf("\n## ", begin);
            return text.substring(begin, end < 0 ? text.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DocumentedMetric> row(String row) {
        var cells = row.split(" \\| ", 3);
        var labels = LABELS.matcher(cells[0]).results().flatMap(it -> names(it.group(1))).collect(Collectors.toSet());
        var services = Arrays.stream(cells[1].split(", ")).collect(Collectors.toSet());
        return names(LABELS.matcher(cells[0]).replaceAll(""))
                .map(it -> new DocumentedMetric(it.replace('.', '_'), labels, services, cells[2].contains("absent unless")));
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map(it -> it.group(1));
    }
}
