package roster.query.problem;

import java.time.Duration;

import roster.http.problem.FieldError;

/** Why a question is not answered. */
public sealed interface Rejection {
    /** No such thing, or nothing that the caller may know of. */
    record NotFound() implements Rejection {}

    /** A part of the request is not what it should be. */
    record Invalid(FieldError error) implements Rejection {}

    /** Something else is in the way. */
    record Conflict(String detail) implements Rejection {}

    /** Not now, but the same question may be answered soon. */
    record Unavailable(String detail, Duration retryAfter) implements Rejection {
        public Unavailable(String detail) {
            this(detail, Duration.ofSeconds(1));
        }
    }
}
