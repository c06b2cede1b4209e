package roster.query.problem;

import java.util.Map;

import roster.openapi.document.Refusal;
import roster.query.problem.Rejection.Conflict;

/** Examples of rejections for the OpenAPI document. */
public final class RejectionExamples {
    private RejectionExamples() {}

    /** Rejections by type, except those that every query can get. */
    public static Map<Class<?>, Refusal> all() {
        var conflict = new Rejected(new Conflict("The views are already being rebuilt."));
        return Map.of(Conflict.class, Refusal.of("Conflict", new Problems().rejected(conflict)));
    }
}
