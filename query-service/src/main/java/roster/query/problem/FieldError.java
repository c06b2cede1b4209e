package roster.query.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/** What is wrong with which part of the request: a parameter of its path or query, or a header. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String parameter, @Nullable String header, String detail) {
    static FieldError parameter(String name, String detail) {
        return new FieldError(name, null, detail);
    }

    static FieldError header(String name, String detail) {
        return new FieldError(null, name, detail);
    }
}
