package roster.query.proof;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.OperatorOnly;
import roster.query.log.LogHeads;
import roster.query.log.LogReader;
import roster.query.problem.QueryRejected;

/** {@code /admin/log/checkpoint}: a checkpoint now. */
@RestController
final class CheckpointController {
    private final LogReader reader;
    private final LogHeads heads;

    CheckpointController(LogReader reader, LogHeads heads) {
        this.reader = reader;
        this.heads = heads;
    }

    /** Writes a checkpoint that includes every event recorded before, and returns the newest one. Not found while there is no event at all. */
    @OperatorOnly
    @PostMapping("/admin/log/checkpoint")
    RootCheckpoint write() {
        reader.writeCheckpoint();
        return heads.checkpoint().map(RootCheckpoint::of).orElseThrow(QueryRejected::notFound);
    }
}
