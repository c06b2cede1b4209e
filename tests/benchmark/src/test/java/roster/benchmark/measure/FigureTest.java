package roster.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void has_the_median_of_its_rounds_and_half_of_their_spread_as_noise() {
        var rounds = new Rounds("invite");
        for (double value : new double[]{9, 10, 12, 30, 8}) {
            rounds.add("rate", "/s", value);
        }

        var figure = rounds.figures().getFirst();

        assertThat(figure.median()).isEqualTo(10);
        assertThat(figure.noise()).isCloseTo(1.1, within(1e-9));
    }

    @Test
    void between_two_rounds_lies_the_median_of_an_even_number() {
        var rounds = new Rounds("invite");
        rounds.lowerIsBetter("ratio", 2);
        rounds.lowerIsBetter("ratio", 4);

        assertThat(rounds.figures().getFirst().median()).isEqualTo(3);
    }
}
