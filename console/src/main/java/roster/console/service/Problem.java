package roster.console.service;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a service did not do what it was asked to (RFC 9457). */
public record Problem(@Nullable String code, int status, @Nullable String detail, @Nullable List<FieldError> errors,
        @Nullable String traceId) {
    public record FieldError(@Nullable String pointer, @Nullable String detail) {}

    /** Of a service that cannot be reached, or does not say what is wrong with it. */
    static Problem unavailable() {
        return new Problem("unavailable", HttpStatus.SERVICE_UNAVAILABLE.value(), null, List.of(), null);
    }

    public boolean is(String expected) {
        return expected.equals(code);
    }

    /** What is wrong with any part of the request. */
    public Optional<String> firstError() {
        return errors == null ? Optional.empty() : errors.stream().map(FieldError::detail).findFirst();
    }

    /** What is wrong with a field of the request, if that is what is wrong. */
    public Optional<String> of(String field) {
        return errors == null ? Optional.empty()
                : errors.stream().filter(it -> ("/" + field).equals(it.pointer)).map(FieldError::detail).findFirst();
    }
}
