package roster.http.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import roster.http.trace.RequestTrace;

/**
 * A problem detail (RFC 9457).
 *
 * @param type    {@code urn:roster:problem:} and the code
 * @param errors  the wrong parts of the request; empty when the problem is not about a part
 * @param traceId identifies the request in logs and traces
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String code, String title, int status, @Nullable String detail, List<FieldError> errors,
        String traceId) {
    /** A problem with a cause of its own, which has this code only. */
    public static Problem of(HttpStatus status, String code, @Nullable String detail, FieldError... errors) {
        return new Problem("urn:roster:problem:" + code, code, status.getReasonPhrase(), status.value(), detail, List.of(errors),
                RequestTrace.currentTraceId());
    }

    /** A problem without more detail than its status. */
    public static Problem of(HttpStatus status) {
        return of(status, switch (status) {
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case REQUEST_TIMEOUT -> "request-timeout";
            case CONTENT_TOO_LARGE -> "content-too-large";
            case URI_TOO_LONG -> "uri-too-long";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "headers-too-large";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            default -> status.is5xxServerError() ? "internal" : "invalid";
        }, null);
    }

    /** The same, with what is wrong with the request. */
    public Problem because(@Nullable String why, FieldError... wrong) {
        return new Problem(type, code, title, status, why, List.of(wrong), traceId);
    }

    public ResponseEntity<Object> response() {
        return response(Map.of());
    }

    public ResponseEntity<Object> response(Map<String, String> headers) {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(response::header);
        return response.body(this);
    }
}
