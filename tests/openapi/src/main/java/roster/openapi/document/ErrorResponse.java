package roster.openapi.document;

import java.util.Objects;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/**
 * An error response of an operation.
 *
 * @param name    name of its example in the document
 * @param headers headers in addition to those of every response
 */
public record ErrorResponse(String name, Problem problem, Set<String> headers) {
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    public ErrorResponse {
        problem = new Problem(problem.type(), problem.code(), problem.title(), problem.status(), problem.detail(), problem.errors(),
                TRACE_ID);
    }

    /** An error as a controller advice answers it. */
    public static ErrorResponse of(String name, ResponseEntity<Object> answer) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.remove(HttpHeaders.CONTENT_TYPE);
        return new ErrorResponse(name, (Problem) Objects.requireNonNull(answer.getBody()), Set.copyOf(headers.headerNames()));
    }

    static ErrorResponse of(String name, HttpStatus status, String... headers) {
        return new ErrorResponse(name, Problem.of(status), Set.of(headers));
    }

    static ErrorResponse invalid(String name, FieldError error) {
        return new ErrorResponse(name, Problem.of(HttpStatus.BAD_REQUEST, "invalid", null, error), Set.of());
    }
}
