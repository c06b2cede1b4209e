package roster.http.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import java.util.Comparator;
import java.util.Map;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Maps malformed requests and internal failures to problems, without internal details. A service adds its own rejections. */
@RestControllerAdvice
class RequestProblems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RequestProblems.class);

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return UnreadableBody.problem(e).response();
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return Problem.of(UNSUPPORTED_MEDIA_TYPE).because(null, FieldError.header(HttpHeaders.CONTENT_TYPE, "must be application/json"))
                .response(headers.toSingleValueMap());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var errors = e.getFieldErrors().stream()
                .map(it -> FieldError.pointer(pointer(it.getField()), String.valueOf(it.getDefaultMessage())))
                .sorted(Comparator.comparing(error -> String.valueOf(error.pointer())))
                .toArray(FieldError[]::new);
        return Problem.of(BAD_REQUEST).because(null, errors).response();
    }

    /** The JSON pointer of a path such as {@code reports[1].issue}. */
    private static String pointer(String path) {
        return "/" + path.replaceAll("[.\\[]", "/").replace("]", "");
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream().map(error -> FieldError.parameter(
                        String.valueOf(parameter.getMethodParameter().getParameterName()), String.valueOf(error.getDefaultMessage()))))
                .toArray(FieldError[]::new);
        return Problem.of(BAD_REQUEST).because(null, errors).response();
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(Malformed malformed) {
        return Problem.of(BAD_REQUEST).because(null, malformed.error()).response();
    }

    /** A form that cannot be read. The container reads it when a parameter is accessed. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException e) {
        return Problem.of(HttpStatus.valueOf(e.getErrorCode())).response();
    }

    /** Answers 404 for a malformed id in the path, and 400 with what the converter expects for a malformed parameter. */
    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(NOT_FOUND).response();
        }
        return Problem.of(BAD_REQUEST).because(null, FieldError.parameter(e.getName(), Expectation.of(e))).response();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> failed(Exception e) {
        if (!DatabaseFailure.isPassing(e)) {
            return unexpected(e);
        }
        log.warn("the database cannot be used: {}", NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return Problem.of(SERVICE_UNAVAILABLE).because("The database cannot be used now. Whether a command was recorded is only"
                + " certain when it is sent again with the same Idempotency-Key.").response(Map.of("Retry-After", "1"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        log.error("unexpected", e);
        return Problem.of(INTERNAL_SERVER_ERROR).because("An internal error occurred.").response();
    }

    /** All other errors that Spring detects: a problem with the same status. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body, HttpHeaders headers,
            HttpStatusCode statusCode, WebRequest request) {
        return Problem.of(HttpStatus.valueOf(statusCode.value())).response(headers.toSingleValueMap());
    }
}
