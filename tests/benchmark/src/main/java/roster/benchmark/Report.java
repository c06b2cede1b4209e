package roster.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import roster.benchmark.measure.Figure;

/** Figures as a Markdown table. */
final class Report {
    private Report() {}

    static String table(List<Figure> figures) {
        return "| benchmark | figure | median | noise |\n|---|---|---|---|\n" + figures.stream()
                .map(it -> String.format(Locale.ROOT, "| %s | %s | %s | ± %.0f %% |%n", it.benchmark(), it.name(), amount(it),
                        100 * it.noise()))
                .collect(Collectors.joining());
    }

    static String value(Figure figure) {
        return String.format(Locale.ROOT, "%s ± %.0f %%", amount(figure), 100 * figure.noise());
    }

    private static String amount(Figure figure) {
        double median = figure.median();
        int digits = median >= 100 ? 0 : median >= 10 ? 1 : median >= 1 ? 2 : 3;
        return (String.format(Locale.ROOT, "%." + digits + "f", median) + " " + figure.unit()).strip();
    }
}
