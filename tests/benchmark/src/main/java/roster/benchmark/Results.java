package roster.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import roster.benchmark.measure.Figure;

/**
 * The JSON file of a run.
 *
 * @param machine machine, versions, and load before and after the run
 * @param quick   true when the rounds were few and short
 */
record Results(Map<String, String> machine, boolean quick, List<Measured> figures) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A figure.
     *
     * @param noise half of the distance between the smallest and the largest round, relative to the median
     */
    record Measured(String benchmark, String name, String unit, Figure.Kind kind, double median, double noise, List<Double> rounds) {
        static Measured of(Figure figure) {
            return new Measured(figure.benchmark(), figure.name(), figure.unit(), figure.kind(), rounded(figure.median()),
                    rounded(figure.noise()), figure.rounds().stream().map(Measured::rounded).toList());
        }

        boolean isSameAs(Measured other) {
            return benchmark.equals(other.benchmark) && name.equals(other.name);
        }

        /** To four digits. */
        private static double rounded(double value) {
            return new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue();
        }
    }

    static Results of(Map<String, String> machine, boolean quick, List<Figure> figures) {
        return new Results(machine, quick, figures.stream().map(Measured::of).toList());
    }

    static Results read(Path file) {
        return JSON.readValue(file.toFile(), Results.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }
}
