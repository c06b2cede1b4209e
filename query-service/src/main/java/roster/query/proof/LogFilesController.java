package roster.query.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.http.Downloads;
import roster.query.log.LogAlarms;
import roster.query.log.LogHeads;
import roster.query.log.LogTrees;
import roster.query.log.LogTrees.LoggedLeaf;
import roster.query.log.StoredEvents;
import roster.query.problem.QueryRejected;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.merkle.Tile;

/** {@code /organizations/{org}/log/entries}, {@code heads} and {@code alarms}: the files that a verifier reads. */
@RestController
final class LogFilesController {
    private static final String NDJSON = "application/x-ndjson";
    private static final MediaType TYPE = MediaType.parseMediaType(NDJSON);
    private static final int BATCH = 500;

    private final LogTrees trees;
    private final LogHeads heads;
    private final LogAlarms alarms;
    private final StoredEvents events;
    private final Downloads downloads;
    private final JsonMapper json;

    LogFilesController(LogTrees trees, LogHeads heads, LogAlarms alarms, StoredEvents events, Downloads downloads, JsonMapper json) {
        this.trees = trees;
        this.heads = heads;
        this.alarms = alarms;
        this.events = events;
        this.downloads = downloads;
        this.json = json;
    }

    /**
     * Writes the events of the organization as they are stored, up to its newest head, as lines of JSON in the order of the tree. Payload and
     * metadata are texts, whose bytes the leaf has; personal data is encrypted. Of an event that the store no longer has, there is only the hash.
     *
     * @param from index of the first event
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(path = "/organizations/{org}/log/entries", produces = NDJSON)
    ResponseEntity<StreamingResponseBody> entries(Organization organization, @RequestParam(defaultValue = "0") @Min(0) long from) {
        long size = heads.newest(organization.id()).orElseThrow(QueryRejected::notFound).size();
        return downloads.begin(TYPE, to -> {
            for (long tile = from / Tile.WIDTH; tile * Tile.WIDTH < size; tile++) {
                writeTile(organization, tile, from, size, to);
            }
        });
    }

    private void writeTile(Organization organization, long tile, long from, long size, OutputStream to) throws IOException {
        long index = tile * Tile.WIDTH;
        var leaves = trees.leaves(organization.id(), tile);
        var stored = events.readAt(leaves.stream().map(LoggedLeaf::position).toList()).stream()
                .collect(Collectors.toMap(LoggedEvent::position, Function.identity()));
        for (var leaf : leaves) {
            if (index >= from && index < size) {
                writeLine(EntryLine.of(index, leaf, stored.get(leaf.position())), to);
            }
            index++;
        }
    }

    /** Writes all heads of the organization's tree, as lines of JSON, oldest first. The root log has each of them as an entry. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(path = "/organizations/{org}/log/heads", produces = NDJSON)
    ResponseEntity<StreamingResponseBody> heads(Organization organization) {
        return downloads.begin(TYPE, to -> {
            long written = 0;
            for (var batch = heads.after(organization.id(), written, BATCH); !batch.isEmpty(); batch = heads.after(organization.id(),
                    written,
                    BATCH)) {
                for (var head : batch) {
                    writeLine(HeadLine.of(head), to);
                }
                written = batch.getLast().head().number();
            }
        });
    }

    /**
     * Writes the alarms of the watch about events of the organization, and about the log itself, as lines of JSON, oldest first. The root log
     * has each of them as an entry.
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(path = "/organizations/{org}/log/alarms", produces = NDJSON)
    ResponseEntity<StreamingResponseBody> alarms(Organization organization) {
        var logged = alarms.of(organization.id());
        return downloads.begin(TYPE, to -> {
            for (var alarm : logged) {
                writeLine(AlarmLine.of(alarm), to);
            }
        });
    }

    private void writeLine(Object value, OutputStream to) throws IOException {
        to.write(json.writeValueAsBytes(value));
        to.write('\n');
    }
}
