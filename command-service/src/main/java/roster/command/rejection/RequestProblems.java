package roster.command.rejection;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.Map;

import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import roster.command.rejection.Problem.FieldError;

/** What HTTP says of requests that never became a command, and of failures of ours: always a problem, never an inside. */
@RestControllerAdvice
class RequestProblems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RequestProblems.class);

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return problem(UnreadableBody.problem(e), Map.of());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var errors = e.getFieldErrors().stream()
                .map(it -> FieldError.pointer("/" + it.getField().replace('.', '/'), String.valueOf(it.getDefaultMessage())))
                .sorted((one, other) -> String.valueOf(one.pointer()).compareTo(String.valueOf(other.pointer())))
                .toArray(FieldError[]::new);
        return problem(Problem.of(BAD_REQUEST, "invalid", null, errors), Map.of());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream().map(error -> FieldError.parameter(
                        String.valueOf(parameter.getMethodParameter().getParameterName()), String.valueOf(error.getDefaultMessage()))))
                .toArray(FieldError[]::new);
        return problem(Problem.of(BAD_REQUEST, "invalid", null, errors), Map.of());
    }

    /** An id in a path that is no id names nothing. */
    @ExceptionHandler
    ResponseEntity<Object> noSuchId(MethodArgumentTypeMismatchException e) {
        return problem(Problem.of(NOT_FOUND, "not-found", null), Map.of());
    }

    /** Nor does the id of an aggregate of another kind. */
    @ExceptionHandler({AggregateNotFoundException.class, IncompatibleAggregateException.class})
    ResponseEntity<Object> noSuchAggregate(Exception e) {
        return problem(Problem.of(NOT_FOUND, "not-found", null), Map.of());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, ConcurrencyException.class})
    ResponseEntity<Object> unavailable(Exception e) {
        if (!DatabaseFailure.isUnavailability(e)) {
            return unexpected(e);
        }
        log.warn("the event store cannot be used: {}", DatabaseFailure.rootMessage(e));
        return problem(Problem.of(SERVICE_UNAVAILABLE, "unavailable",
                "The event store cannot be used now. Whether the command was recorded is only certain when it is sent again with the"
                        + " same Idempotency-Key."),
                Map.of("Retry-After", "1"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        log.error("unexpected", e);
        return problem(Problem.of(INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side."), Map.of());
    }

    /** Everything else that Spring finds wrong with a request: its status, in our shape. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body, HttpHeaders headers,
            HttpStatusCode statusCode, WebRequest request) {
        return problem(Problem.of(HttpStatus.valueOf(statusCode.value())), headers.toSingleValueMap());
    }

    private static ResponseEntity<Object> problem(Problem problem, Map<String, String> headers) {
        var response = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(response::header);
        return response.body(problem);
    }
}
