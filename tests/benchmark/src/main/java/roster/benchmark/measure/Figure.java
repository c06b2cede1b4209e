package roster.benchmark.measure;

import java.util.Comparator;
import java.util.List;

/**
 * A measured quantity of a benchmark, with its value in each round.
 *
 * @param benchmark name of the benchmark
 * @param name      what was measured, unique within the benchmark
 * @param unit      for instance {@code ms}
 * @param kind      how it is compared with an earlier run
 */
public record Figure(String benchmark, String name, String unit, Kind kind, List<Double> rounds) {
    /** The kind of comparison. Times and rates depend on the machine; ratios of two that were measured in turns do so much less. */
    public enum Kind {
        /** Not compared. */
        ABSOLUTE,
        LOWER_RATIO_IS_BETTER,
        HIGHER_RATIO_IS_BETTER
    }

    public Figure { rounds = List.copyOf(rounds); }

    public double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Half of the distance between the smallest and the largest round, relative to the median. */
    public double noise() {
        double smallest = rounds.stream().min(Comparator.naturalOrder()).orElseThrow();
        double largest = rounds.stream().max(Comparator.naturalOrder()).orElseThrow();
        return largest == smallest ? 0 : (largest - smallest) / 2 / median();
    }
}
