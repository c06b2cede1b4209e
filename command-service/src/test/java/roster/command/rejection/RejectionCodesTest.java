package roster.command.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import roster.http.problem.Problem;
import roster.openapi.contract.ProblemCatalogue;

class RejectionCodesTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void every_rejection_has_an_example() {
        assertThat(RejectionExamples.all().keySet()).containsExactlyInAnyOrder(Rejection.class.getPermittedSubclasses());
    }

    @Test
    void the_catalogue_of_problems_has_the_code_of_every_rejection_and_no_other() {
        assertThat(ProblemCatalogue.section(DOCS, "Commands")).isEqualTo(ownCodes());
    }

    @Test
    void each_code_has_one_cause() {
        assertThat(RejectionExamples.all().values().stream().map(it -> it.problem())
                .filter(it -> !it.code().equals(Problem.of(HttpStatus.valueOf(it.status())).code())).map(Problem::code))
                .doesNotHaveDuplicates();
    }

    /** The codes that do not follow from a status, with their statuses. */
    private static Map<String, Set<Integer>> ownCodes() {
        var codes = RejectionExamples.all().values().stream().map(it -> it.problem())
                .collect(Collectors.groupingBy(Problem::code, Collectors.mapping(Problem::status, Collectors.toSet())));
        codes.keySet().removeAll(new HashSet<>(ProblemCatalogue.section(DOCS, "All requests").keySet()));
        return codes;
    }
}
