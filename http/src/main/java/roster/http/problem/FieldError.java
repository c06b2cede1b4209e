package roster.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An error in one part of the request. Either pointer (RFC 6901, into the body), parameter (of path or query) or header names the part. */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
