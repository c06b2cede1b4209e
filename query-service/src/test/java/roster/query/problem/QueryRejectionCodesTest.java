package roster.query.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.http.problem.FieldError;
import roster.http.problem.Problem;
import roster.openapi.contract.ProblemCatalogue;

class QueryRejectionCodesTest {
    private static final Path DOCS = Path.of("../docs");

    private static Stream<QueryRejection> rejections() {
        return Stream.of(new QueryRejection.NotFound(), new QueryRejection.Invalid(FieldError.parameter("after", "is wrong")),
                new QueryRejection.RebuildRunning(), new QueryRejection.Unavailable("Not yet.", Duration.ofSeconds(1)));
    }

    @Test
    void the_catalogue_of_problems_has_the_code_of_every_rejection_and_no_other() {
        var codes = new HashMap<String, Set<Integer>>();
        rejections().map(it -> Objects.requireNonNull((Problem) new QueryProblems().rejected(new QueryRejected(it)).getBody()))
                .forEach(it -> codes.put(it.code(), Set.of(it.status())));
        codes.keySet().removeAll(ProblemCatalogue.section(DOCS, "All requests").keySet());

        assertThat(rejections().map(Object::getClass)).containsExactlyInAnyOrder(QueryRejection.class.getPermittedSubclasses());
        assertThat(ProblemCatalogue.section(DOCS, "Queries")).isEqualTo(codes);
    }
}
