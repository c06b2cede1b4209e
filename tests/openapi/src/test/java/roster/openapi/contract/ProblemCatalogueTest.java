package roster.openapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import roster.http.problem.Problem;

class ProblemCatalogueTest {
    private static final Path DOCS = Path.of("../../docs");

    @Test
    void the_codes_of_all_requests_are_those_that_follow_from_a_status() {
        var documented = ProblemCatalogue.section(DOCS, "All requests");

        assertThat(documented.keySet()).isEqualTo(Arrays.stream(HttpStatus.values()).filter(HttpStatus::isError)
                .map(it -> Problem.of(it).code()).collect(Collectors.toSet()));
        documented.forEach((code, statuses) -> assertThat(statuses)
                .allSatisfy(it -> assertThat(Problem.of(HttpStatus.valueOf(it)).code()).isEqualTo(code)));
    }

    @Test
    void no_code_has_two_meanings() {
        assertThat(ProblemCatalogue.section(DOCS, "Commands").keySet())
                .doesNotContainAnyElementsOf(ProblemCatalogue.section(DOCS, "All requests").keySet())
                .doesNotContainAnyElementsOf(ProblemCatalogue.section(DOCS, "Queries").keySet());
    }
}
