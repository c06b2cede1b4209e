package roster.query.proof;

import java.time.Instant;

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

    /**
     * The newest checkpoint of the root log.
     *
     * @param checkpoint signed note, in the form of C2SP tlog-checkpoint
     * @param size       number of heads in the root log
     * @param position   position up to which it has all events
     */
    record RootCheckpoint(String checkpoint, long size, String position, Instant signedAt) {}

    /** Writes a checkpoint that includes every event recorded before, and returns the newest one. Not found while there is no event at all. */
    @OperatorOnly
    @PostMapping("/admin/log/checkpoint")
    RootCheckpoint write() {
        reader.writeCheckpoint();
        return heads.checkpoint()
                .map(it -> new RootCheckpoint(it.note().toString(), it.size(), Long.toString(it.position()), it.signedAt()))
                .orElseThrow(QueryRejected::notFound);
    }
}
