package roster.command.publisher.admin;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.OperatorOnly;
import roster.access.document.Rejections;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.NotFound;

/** {@code /admin/publishers}: the publishers of events and of member states. */
@RestController
final class PublisherController {
    private final Publishers publishers;

    PublisherController(Publishers publishers) {
        this.publishers = publishers;
    }

    /** All publishers. */
    record PublisherList(List<PublisherStatus> data) {}

    /** Lists the publishers, with what is missing on Kafka. For operators. */
    @OperatorOnly
    @GetMapping("/admin/publishers")
    PublisherList list() {
        return new PublisherList(publishers.all());
    }

    /**
     * Publishes all records again, in order, from now on. These are the events of the last 14 days (the topic's retention), or the current state of
     * every member. The records that the topic of events has are deleted before. Consumers recognize events by their id or
     * sequence. For operators, after Kafka has lost records.
     *
     * @param name name of the publisher
     */
    @Rejections(NotFound.class)
    @OperatorOnly
    @PostMapping("/admin/publishers/{name}/republish")
    PublisherStatus republish(@PathVariable String name) {
        return publishers.republish(name).orElseThrow(() -> new Rejected(new NotFound()));
    }
}
