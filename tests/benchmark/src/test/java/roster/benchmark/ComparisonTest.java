package roster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import roster.benchmark.measure.Figure;
import roster.benchmark.measure.Figure.Kind;

class ComparisonTest {
    @Test
    void a_ratio_is_worse_beyond_twice_the_noise() {
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(1.8, 2.0, 2.2), List.of(2.3))).isFalse();
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(1.8, 2.0, 2.2), List.of(2.5))).isTrue();
        assertThat(isWorse(Kind.HIGHER_RATIO_IS_BETTER, List.of(1.8, 2.0, 2.2), List.of(1.7))).isFalse();
        assertThat(isWorse(Kind.HIGHER_RATIO_IS_BETTER, List.of(1.8, 2.0, 2.2), List.of(1.6))).isTrue();
    }

    @Test
    void the_noisier_run_decides() {
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(2.0), List.of(2.0, 2.6, 3.2))).isFalse();
    }

    @Test
    void rounds_that_agree_by_chance_are_tolerated_a_little() {
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(2.0, 2.0), List.of(2.15))).isFalse();
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(2.0, 2.0), List.of(2.25))).isTrue();
    }

    @Test
    void a_better_ratio_is_not_worse() {
        assertThat(isWorse(Kind.LOWER_RATIO_IS_BETTER, List.of(2.0), List.of(1.0))).isFalse();
        assertThat(isWorse(Kind.HIGHER_RATIO_IS_BETTER, List.of(2.0), List.of(3.0))).isFalse();
    }

    @Test
    void times_and_new_figures_are_not_compared() {
        assertThat(Comparison.of(results("rate", Kind.ABSOLUTE, List.of(1.0)), results("rate", Kind.ABSOLUTE, List.of(9.0)))).isEmpty();
        assertThat(Comparison.of(results("rate", Kind.LOWER_RATIO_IS_BETTER, List.of(1.0)),
                results("another", Kind.LOWER_RATIO_IS_BETTER, List.of(9.0)))).isEmpty();
    }

    private static boolean isWorse(Kind kind, List<Double> earlier, List<Double> now) {
        return Comparison.of(results("ratio", kind, earlier), results("ratio", kind, now)).getFirst().isWorse();
    }

    private static Results results(String name, Kind kind, List<Double> rounds) {
        return Results.of(Map.of(), true, List.of(new Figure("invite", name, "", kind, rounds)));
    }
}
