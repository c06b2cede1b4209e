package roster.query.projection;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.http.access.OperatorOnly;
import roster.http.openapi.Rejections;
import roster.query.problem.Rejection.Conflict;

/** {@code /views}: what all answers of this service are read from. */
@RestController
final class RebuildController {
    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** Builds every view anew from the event store. The old ones go on answering; the answer comes when readers have moved over. */
    @Rejections(Conflict.class)
    @OperatorOnly
    @PostMapping("/views/rebuild")
    Rebuilt rebuild() {
        return rebuild.run();
    }
}
