package roster.query.problem;

import java.util.Map;

import roster.openapi.document.Refusal;
import roster.query.problem.Rejection.Conflict;

/** Rejections as HTTP tells them, for the OpenAPI document. */
public final class RejectionExamples {
    private RejectionExamples() {}

    /** By their type; what every question may meet is not among them. */
    public static Map<Class<?>, Refusal> all() {
        var conflict = new Rejected(new Conflict("The views are being rebuilt already."));
        return Map.of(Conflict.class, Refusal.of("Conflict", new Problems().rejected(conflict)));
    }
}
