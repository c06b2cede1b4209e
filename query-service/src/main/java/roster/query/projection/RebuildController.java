package roster.query.projection;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.http.access.OperatorOnly;

@RestController
final class RebuildController {
    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** Answers when readers have moved over. */
    @OperatorOnly
    @PostMapping("/views/rebuild")
    Rebuilt rebuild() {
        return rebuild.run();
    }
}
