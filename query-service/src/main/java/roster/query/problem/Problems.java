package roster.query.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import roster.query.problem.Rejection.Conflict;
import roster.query.problem.Rejection.Invalid;
import roster.query.problem.Rejection.NotFound;
import roster.query.problem.Rejection.Unavailable;

/** What HTTP says of every error: always a problem, never an inside. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> rejected(Rejected rejected) {
        return switch (rejected.rejection()) {
            case NotFound _ -> response(Problem.of(NOT_FOUND));
            case Invalid(var error) -> response(Problem.of(BAD_REQUEST, "invalid", null, error));
            case Conflict(var detail) -> response(Problem.of(CONFLICT, "conflict", detail));
            case Unavailable(var detail, var retryAfter) -> unavailable(detail, retryAfter);
        };
    }

    /** An id in a path that is no id names nothing; what a parameter expects is said by what converts it. */
    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return response(Problem.of(NOT_FOUND));
        }
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        var detail = cause instanceof IllegalArgumentException ? String.valueOf(cause.getMessage()) : "is not of the expected type";
        return response(Problem.of(BAD_REQUEST, "invalid", null, FieldError.parameter(e.getName(), detail)));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> failed(Exception e) {
        if (!DatabaseFailure.isPassing(e)) {
            return unexpected(e);
        }
        log.warn("the views cannot be read: {}", NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return unavailable("The views cannot be read now.", Duration.ofSeconds(1));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        log.error("unexpected", e);
        return response(Problem.of(INTERNAL_SERVER_ERROR));
    }

    /** Everything that Spring finds wrong with a request: its status, in our shape. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.valueOf(status.value())));
    }

    private static ResponseEntity<Object> unavailable(String detail, Duration retryAfter) {
        return ResponseEntity.status(SERVICE_UNAVAILABLE).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()))
                .body(Problem.of(SERVICE_UNAVAILABLE, "unavailable", detail));
    }

    private static ResponseEntity<Object> response(Problem problem) {
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
