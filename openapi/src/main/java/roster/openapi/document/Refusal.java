package roster.openapi.document;

import java.util.Objects;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/**
 * A way in which a request may fail.
 *
 * @param name    of the example that it is in the document
 * @param headers that its answer has beside those of every answer
 */
public record Refusal(String name, Problem problem, Set<String> headers) {
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    public Refusal {
        problem = new Problem(problem.type(), problem.code(), problem.title(), problem.status(), problem.detail(), problem.errors(),
                TRACE_ID);
    }

    /** As a controller advice answers it. */
    public static Refusal of(String name, ResponseEntity<Object> answer) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.remove(HttpHeaders.CONTENT_TYPE);
        return new Refusal(name, (Problem) Objects.requireNonNull(answer.getBody()), Set.copyOf(headers.headerNames()));
    }

    static Refusal of(String name, HttpStatus status, String... headers) {
        return new Refusal(name, Problem.of(status), Set.of(headers));
    }

    static Refusal invalid(String name, FieldError error) {
        return new Refusal(name, Problem.of(HttpStatus.BAD_REQUEST, "invalid", null, error), Set.of());
    }
}
