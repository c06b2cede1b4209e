package roster.query.problem;

import java.util.Map;

import roster.openapi.document.ErrorResponse;
import roster.query.problem.QueryRejection.EventUnreadable;
import roster.query.problem.QueryRejection.RebuildRunning;

/** Examples of rejections for the OpenAPI document. */
public final class RejectionExamples {
    private RejectionExamples() {}

    /** Rejections by type, except those that every query can get. */
    public static Map<Class<?>, ErrorResponse> all() {
        var running = new QueryRejected(new RebuildRunning());
        var unreadable = new QueryRejected(new EventUnreadable("The views stay as they are: the event at position 17 (member.suspended of"
                + " aggregate 01890f3b-7ad0-7c2a-8f0a-3d8f5c1e9a01, event id 01890f3b-7ad0-7c2a-8f0a-3d8f5c1e9a02) cannot be read:"
                + " NullPointerException."));
        return Map.of(RebuildRunning.class, ErrorResponse.of("RebuildRunning", new QueryProblems().rejected(running)),
                EventUnreadable.class, ErrorResponse.of("RebuildStopped", new QueryProblems().rejected(unreadable)));
    }
}
