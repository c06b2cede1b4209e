package roster.openapi.document;

import static org.springframework.http.HttpStatus.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import roster.http.problem.FieldError;

/** Determines the error responses of an operation. */
final class ErrorResponses {
    private static final List<ErrorResponse> OF_EVERY_REQUEST = List.of(
            ErrorResponse.invalid("UnknownParameter", FieldError.parameter("colour", "is not a parameter of this request")),
            ErrorResponse.of("Unauthenticated", UNAUTHORIZED, "WWW-Authenticate"),
            ErrorResponse.of("Forbidden", FORBIDDEN),
            ErrorResponse.of("NotAcceptable", NOT_ACCEPTABLE),
            ErrorResponse.of("RequestTimeout", REQUEST_TIMEOUT),
            ErrorResponse.of("ContentTooLarge", CONTENT_TOO_LARGE),
            ErrorResponse.of("TooManyRequests", TOO_MANY_REQUESTS, "Retry-After"),
            ErrorResponse.of("Internal", INTERNAL_SERVER_ERROR),
            ErrorResponse.of("Unavailable", SERVICE_UNAVAILABLE, "Retry-After"));
    private static final ErrorResponse NAMES_NOTHING = ErrorResponse.of("NotFound", NOT_FOUND);
    private static final List<ErrorResponse> OF_BODIES = List.of(
            ErrorResponse.invalid("InvalidField", FieldError.pointer("/name", "must not be null")),
            ErrorResponse.of("UnsupportedMediaType", UNSUPPORTED_MEDIA_TYPE));

    private final ServiceApi api;

    ErrorResponses(ServiceApi api) {
        this.api = api;
    }

    List<ErrorResponse> of(Endpoint endpoint) {
        var refusals = new ArrayList<>(OF_EVERY_REQUEST);
        if (endpoint.namesSomething()) {
            refusals.add(NAMES_NOTHING);
        }
        if (endpoint.takesBody()) {
            refusals.addAll(OF_BODIES);
        }
        api.traitsOf(endpoint).forEach(it -> refusals.addAll(it.refusals()));
        endpoint.rejections().map(it -> Objects.requireNonNull(api.refusals().get(it), it.getName())).forEach(refusals::add);
        return refusals.stream().distinct().toList();
    }
}
