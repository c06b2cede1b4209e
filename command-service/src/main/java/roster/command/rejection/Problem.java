package roster.command.rejection;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An error as HTTP tells it (RFC 9457).
 *
 * @param type    {@code urn:roster:problem:} and the code
 * @param errors  what is wrong where, empty when it is not about a part of the request
 * @param traceId to find the request in logs and traces
 */
public record Problem(String type, String code, String title, int status, @Nullable String detail, List<FieldError> errors,
        @Nullable String traceId) {
    /** One of pointer (RFC 6901, into the body), parameter (of path or query) and header names the part. */
    public record FieldError(@Nullable String pointer, @Nullable String parameter, @Nullable String header, String detail) {
        public static FieldError pointer(String pointer, String detail) {
            return new FieldError(pointer, null, null, detail);
        }

        public static FieldError parameter(String name, String detail) {
            return new FieldError(null, name, null, detail);
        }

        public static FieldError header(String name, String detail) {
            return new FieldError(null, null, name, detail);
        }
    }

    public static Problem of(HttpStatus status, String code, @Nullable String detail, FieldError... errors) {
        return new Problem("urn:roster:problem:" + code, code, status.getReasonPhrase(), status.value(), detail, List.of(errors),
                MDC.get("traceId"));
    }

    /** For what the status says already. */
    public static Problem of(HttpStatus status) {
        return of(status, switch (status) {
            case NOT_FOUND -> "not-found";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            default -> status.is5xxServerError() ? "internal" : "invalid";
        }, null);
    }

    ResponseEntity<Problem> response() {
        return response(Map.of());
    }

    ResponseEntity<Problem> response(Map<String, String> headers) {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(response::header);
        return response.body(this);
    }
}
