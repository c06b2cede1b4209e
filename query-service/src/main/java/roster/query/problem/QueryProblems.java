package roster.query.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import roster.http.problem.Problem;
import roster.query.problem.QueryRejection.Invalid;
import roster.query.problem.QueryRejection.NotFound;
import roster.query.problem.QueryRejection.RebuildRunning;
import roster.query.problem.QueryRejection.Unavailable;

/** Maps each {@link QueryRejection} to a problem detail. */
@RestControllerAdvice
final class QueryProblems {
    @ExceptionHandler
    ResponseEntity<Object> rejected(QueryRejected rejected) {
        return switch (rejected.rejection()) {
            case NotFound _ -> Problem.of(NOT_FOUND).response();
            case Invalid(var error) -> Problem.of(BAD_REQUEST).because(null, error).response();
            case RebuildRunning _ -> Problem.of(CONFLICT, "rebuild-running", "The views are already being rebuilt or verified.").response();
            case Unavailable(var detail, var retryAfter) -> Problem.of(SERVICE_UNAVAILABLE).because(detail)
                    .response(Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
        };
    }
}
