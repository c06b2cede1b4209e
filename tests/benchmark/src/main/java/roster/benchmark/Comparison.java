package roster.benchmark;

import java.util.List;
import java.util.Locale;

import roster.benchmark.Results.Measured;
import roster.benchmark.measure.Figure.Kind;

/**
 * Compares the ratios of a run with those of an earlier one. Times and rates are not compared, because they depend on the machine. A ratio is
 * worse when it differs by more than twice the noise of the noisier of both.
 */
record Comparison(Measured earlier, Measured now) {
    private static final double NOISES = 2;
    /** Few rounds can agree by chance. */
    private static final double LEAST_TOLERATED = 0.1;

    /** Of all ratios that both runs have. */
    static List<Comparison> of(Results earlier, Results now) {
        return now.figures().stream().filter(it -> it.kind() != Kind.ABSOLUTE)
                .flatMap(it -> earlier.figures().stream().filter(it::isSameAs).map(before -> new Comparison(before, it)))
                .toList();
    }

    boolean isWorse() {
        return now.kind() == Kind.LOWER_RATIO_IS_BETTER
                ? now.median() > earlier.median() * (1 + tolerated())
                : now.median() * (1 + tolerated()) < earlier.median();
    }

    private double tolerated() {
        return Math.max(LEAST_TOLERATED, NOISES * Math.max(earlier.noise(), now.noise()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s, %s: %.3g, earlier %.3g, tolerated ± %.0f %%", isWorse() ? "WORSE" : "as before",
                now.benchmark(), now.name(), now.median(), earlier.median(), 100 * tolerated());
    }
}
