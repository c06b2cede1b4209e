package roster.query.decision;

import org.jspecify.annotations.Nullable;

import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/** Mandatory parts of a request. */
public final class Stated {
    private Stated() {}

    /** @throws Malformed when the value is missing */
    public static <T> T at(String pointer, @Nullable T value) {
        if (value == null) {
            throw new Malformed(FieldError.pointer(pointer, "is missing"));
        }
        return value;
    }
}
