package roster.command.publisher;

import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.access.requirement.OperatorOnly;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.NotFound;

/** {@code /admin/publishers}: the publishers of events, of member states, and of checkpoints of the log. */
@RestController
final class PublisherController {
    private final LostRecords records;

    PublisherController(LostRecords records) {
        this.records = records;
    }

    /**
     * Extent of what is published again.
     *
     * @param after position of the event store after which all is published again
     */
    record Republishing(long after) {}

    /**
     * Publishes again, in order: all events that Kafka should still keep, the current state of every member, or every checkpoint of the signed log. The records that the topic of
     * events has are deleted before. Consumers recognize repeated events by their id or sequence. For operators, after Kafka has lost records.
     *
     * @param name {@code publisher} for events, {@code state-publisher} for states, {@code checkpoint-publisher} for checkpoints
     */
    @Rejections(NotFound.class)
    @OperatorOnly
    @PostMapping("/admin/publishers/{name}/republish")
    Republishing republish(@Size(max = 64) @PathVariable String name) {
        return records.publishAgain(name).map(Republishing::new).orElseThrow(() -> new Rejected(new NotFound()));
    }
}
