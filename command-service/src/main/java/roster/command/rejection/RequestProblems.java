package roster.command.rejection;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.Map;
import java.util.stream.Collectors;

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
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import roster.command.rejection.Problem.FieldError;

/** What HTTP says of requests that never became a command, and of failures of ours: always a problem, never an inside. */
@RestControllerAdvice
class RequestProblems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RequestProblems.class);

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return problem(switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> Problem.of(BAD_REQUEST, "invalid", null,
                    FieldError.pointer(pointer(unknown), "is not a field of this request"));
            case DatabindException mistyped when !mistyped.getPath().isEmpty() -> Problem.of(BAD_REQUEST, "invalid", null,
                    FieldError.pointer(pointer(mistyped), expectation(mistyped)));
            case JacksonException _ -> Problem.of(BAD_REQUEST, "invalid", "The body is not the JSON object that is expected.",
                    FieldError.pointer("", "is not a JSON object"));
            case null, default -> Problem.of(BAD_REQUEST, "invalid", "The body is missing.",
                    FieldError.pointer("", "is missing"));
        }, Map.of());
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What a value object says of itself is meant for the caller; what the parser says is not. */
    private static String expectation(DatabindException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && !(cause instanceof DatabindException) && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "is not of the expected type";
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

    /** An id in a path that is no id names nothing. */
    @ExceptionHandler
    ResponseEntity<Object> noSuchId(MethodArgumentTypeMismatchException e) {
        return problem(Problem.of(NOT_FOUND, "not-found", null), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> noSuchAggregate(AggregateNotFoundException e) {
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
        var status = HttpStatus.valueOf(statusCode.value());
        return problem(Problem.of(status, code(status), null), headers.toSingleValueMap());
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            default -> status.is5xxServerError() ? "internal" : "invalid";
        };
    }

    private static ResponseEntity<Object> problem(Problem problem, Map<String, String> headers) {
        var response = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(response::header);
        return response.body(problem);
    }
}
