package roster.query.problem;

import java.time.Duration;

import roster.http.problem.FieldError;

/** Reason why a query is rejected. */
public sealed interface Rejection {
    /** The resource does not exist, or the caller has no access to it. */
    record NotFound() implements Rejection {}

    /** A part of the request is invalid. */
    record Invalid(FieldError error) implements Rejection {}

    /** The request conflicts with another one. */
    record Conflict(String detail) implements Rejection {}

    /** Temporarily unavailable; a retry may succeed. */
    record Unavailable(String detail, Duration retryAfter) implements Rejection {
        public Unavailable(String detail) {
            this(detail, Duration.ofSeconds(1));
        }
    }
}
