package roster.console.service;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A problem detail (RFC 9457) from a service. */
public record ServiceProblem(@Nullable String code, int status, @Nullable String detail, @Nullable List<FieldError> errors,
        @Nullable String traceId) {
    /** Either the pointer into the body or the parameter names the part. */
    public record FieldError(@Nullable String pointer, @Nullable String parameter, @Nullable String detail) {
        boolean isOf(String field) {
            return ("/" + field).equals(pointer) || field.equals(parameter);
        }
    }

    /** The problem of a service that is unreachable or returns no problem detail. */
    static ServiceProblem unavailable() {
        return new ServiceProblem("unavailable", HttpStatus.SERVICE_UNAVAILABLE.value(), null, List.of(), null);
    }

    public boolean is(String expected) {
        return expected.equals(code);
    }

    /** The first error of a part of the request. */
    public Optional<String> firstError() {
        return errors == null ? Optional.empty() : errors.stream().map(FieldError::detail).findFirst();
    }

    /** The error of a field or parameter of the request, if any. */
    public Optional<String> of(String field) {
        return errors == null ? Optional.empty()
                : errors.stream().filter(it -> it.isOf(field)).map(FieldError::detail).findFirst();
    }
}
