package roster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nightly")
class RatiosTest {
    private static final Path COMMITTED = Path.of(System.getProperty("roster.root", "")).resolve("docs/performance-quick.json");

    @Test
    void are_not_worse_than_those_of_the_committed_run() {
        assertThat(Bench.run(Options.of(List.of("--quick", "--compare", COMMITTED.toString()))))
                .as("the lines above that begin with WORSE").isTrue();
    }
}
