package roster.query.problem;

import java.time.Duration;

import roster.http.problem.FieldError;

/** Reason why a query is rejected. */
public sealed interface QueryRejection {
    /** The resource does not exist, or the caller has no access to it. */
    record NotFound() implements QueryRejection {}

    /** A part of the request is invalid. */
    record Invalid(FieldError error) implements QueryRejection {}

    /** The views are already being rebuilt or verified. */
    record RebuildRunning() implements QueryRejection {}

    /** Temporarily unavailable; a retry may succeed. */
    record Unavailable(String detail, Duration retryAfter) implements QueryRejection {
        public Unavailable(String detail) {
            this(detail, Duration.ofSeconds(1));
        }
    }
}
