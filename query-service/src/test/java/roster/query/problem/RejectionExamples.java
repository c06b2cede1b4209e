package roster.query.problem;

import java.util.Map;

import roster.openapi.document.ErrorResponse;
import roster.query.problem.QueryRejection.Conflict;

/** Examples of rejections for the OpenAPI document. */
public final class RejectionExamples {
    private RejectionExamples() {}

    /** Rejections by type, except those that every query can get. */
    public static Map<Class<?>, ErrorResponse> all() {
        var conflict = new QueryRejected(new Conflict("The views are already being rebuilt."));
        return Map.of(Conflict.class, ErrorResponse.of("Conflict", new QueryProblems().rejected(conflict)));
    }
}
