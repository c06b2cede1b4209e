package roster.openapi.contract;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The catalogue of problem codes, {@code docs/problems.md}, one section per origin. */
public final class ProblemCatalogue {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9, ]+) \\|");

    private ProblemCatalogue() {}

    /**
     * The statuses of each code.
     *
     * @param docs    folder of the documentation
     * @param section heading of the section
     */
    public static Map<String, Set<Integer>> section(Path docs, String section) {
        try {
            var text = Arrays.stream(Files.readString(docs.resolve("problems.md")).split("(?m)^## ", -1))
                    .filter(it -> it.startsWith(section + "\n")).findFirst().orElseThrow();
            return ROW.matcher(text).results().collect(toMap(it -> it.group(1), ProblemCatalogue::statuses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> statuses(MatchResult row) {
        return Arrays.stream(row.group(2).split(", ", -1)).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
