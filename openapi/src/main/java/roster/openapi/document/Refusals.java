package roster.openapi.document;

import static org.springframework.http.HttpStatus.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import roster.http.problem.FieldError;

/** Determines the error responses of an operation. */
final class Refusals {
    private static final List<Refusal> OF_EVERY_REQUEST = List.of(
            Refusal.invalid("UnknownParameter", FieldError.parameter("colour", "is not a parameter of this request")),
            Refusal.of("Unauthenticated", UNAUTHORIZED, "WWW-Authenticate"),
            Refusal.of("Forbidden", FORBIDDEN),
            Refusal.of("NotAcceptable", NOT_ACCEPTABLE),
            Refusal.of("RequestTimeout", REQUEST_TIMEOUT),
            Refusal.of("ContentTooLarge", CONTENT_TOO_LARGE),
            Refusal.of("TooManyRequests", TOO_MANY_REQUESTS, "Retry-After"),
            Refusal.of("Internal", INTERNAL_SERVER_ERROR),
            Refusal.of("Unavailable", SERVICE_UNAVAILABLE, "Retry-After"));
    private static final Refusal NAMES_NOTHING = Refusal.of("NotFound", NOT_FOUND);
    private static final List<Refusal> OF_BODIES = List.of(
            Refusal.invalid("InvalidField", FieldError.pointer("/name", "must not be null")),
            Refusal.of("UnsupportedMediaType", UNSUPPORTED_MEDIA_TYPE));

    private final ServiceApi api;

    Refusals(ServiceApi api) {
        this.api = api;
    }

    List<Refusal> of(Endpoint endpoint) {
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
