package roster.query.problem;

import java.util.Map;

import roster.openapi.document.ErrorResponse;
import roster.query.problem.QueryRejection.RebuildRunning;

/** Examples of rejections for the OpenAPI document. */
public final class RejectionExamples {
    private RejectionExamples() {}

    /** Rejections by type, except those that every query can get. */
    public static Map<Class<?>, ErrorResponse> all() {
        var running = new QueryRejected(new RebuildRunning());
        return Map.of(RebuildRunning.class, ErrorResponse.of("RebuildRunning", new QueryProblems().rejected(running)));
    }
}
