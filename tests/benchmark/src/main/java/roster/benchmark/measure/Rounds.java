package roster.benchmark.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import roster.benchmark.measure.Figure.Kind;

/** Collects the figures of a benchmark, round by round. */
public final class Rounds {
    private final String benchmark;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    public Rounds(String benchmark) {
        this.benchmark = benchmark;
    }

    /** A time, a rate, a size. */
    public void add(String name, String unit, double value) {
        add(name, unit, Kind.ABSOLUTE, value);
    }

    /** A ratio of two that were measured one after the other, which is better when it is lower. */
    public void lowerIsBetter(String name, double ratio) {
        add(name, "", Kind.LOWER_RATIO_IS_BETTER, ratio);
    }

    /** A ratio of two that were measured one after the other, which is better when it is higher. */
    public void higherIsBetter(String name, double ratio) {
        add(name, "", Kind.HIGHER_RATIO_IS_BETTER, ratio);
    }

    /** Median and 99th percentile. */
    public void latencies(String name, Latencies latencies) {
        add(name + ", p50", "ms", latencies.millis(50));
        add(name + ", p99", "ms", latencies.millis(99));
    }

    private void add(String name, String unit, Kind kind, double value) {
        figures.merge(name, new Figure(benchmark, name, unit, kind, List.of(value)), Rounds::together);
    }

    private static Figure together(Figure before, Figure after) {
        var all = new ArrayList<>(before.rounds());
        all.addAll(after.rounds());
        return new Figure(before.benchmark(), before.name(), before.unit(), before.kind(), all);
    }

    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }
}
