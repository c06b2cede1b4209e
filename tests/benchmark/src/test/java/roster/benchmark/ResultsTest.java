package roster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.benchmark.measure.Figure;
import roster.benchmark.measure.Figure.Kind;

class ResultsTest {
    @Test
    void a_file_is_read_as_it_was_written(@TempDir Path folder) {
        var results = Results.of(Map.of("processor", "two cores"), true,
                List.of(new Figure("invite", "invitations", "/s", Kind.ABSOLUTE, List.of(1_234.5, 2_345.6, 3_456.7))));
        var file = folder.resolve("results.json");

        results.write(file);

        assertThat(Results.read(file)).isEqualTo(results);
        assertThat(results.figures().getFirst().rounds()).containsExactly(1_235.0, 2_346.0, 3_457.0);
    }
}
