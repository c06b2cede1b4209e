package roster.query.projection;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.access.requirement.OperatorOnly;
import roster.query.problem.QueryRejection.EventUnreadable;
import roster.query.problem.QueryRejection.RebuildRunning;

/** {@code /views}: the views that this service reads from. */
@RestController
final class RebuildController {
    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** Rebuilds all views from the event store. The old views stay in use meanwhile. Responds when readers use the new ones. */
    @Rejections({RebuildRunning.class, EventUnreadable.class})
    @OperatorOnly
    @PostMapping("/views/rebuild")
    Rebuilt rebuild() {
        return rebuild.run();
    }
}
