package roster.query.events;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.event.Checksums;
import roster.query.feed.Period;
import roster.query.feed.Range;
import roster.query.moment.Cuts;
import roster.query.moment.Moment;

/** {@code /organizations/{org}/events/checksum}: proof that a reader of events has all of them. */
@RestController
final class ChecksumController {
    private final Checksums checksums;
    private final Cuts cuts;

    ChecksumController(Checksums checksums, Cuts cuts) {
        this.checksums = checksums;
        this.cuts = cuts;
    }

    /**
     * Number and checksum of the events of a range.
     *
     * @param from     position after which the range begins; 0 for the beginning
     * @param to       position up to which it goes
     * @param checksum sum modulo 2^256 of the SHA-256 of each event's line, as 64 hexadecimal digits
     */
    record RangeChecksum(String from, String to, long count, String checksum) {
        static RangeChecksum of(Range range, Checksums.Counted counted) {
            return new RangeChecksum(Long.toString(Math.max(0, range.after())), Long.toString(range.upTo()), counted.events(),
                    counted.checksum().toString());
        }
    }

    /**
     * Shows number and checksum of the events of a range. A reader of the feed or of Kafka that has the same has all events, and each once.
     *
     * @param from only events later than a moment, which is an instant or a position
     * @param to   only events up to a moment
     */
    @Requires(Permission.EVENTS_READ)
    @GetMapping("/organizations/{org}/events/checksum")
    RangeChecksum checksum(Organization organization, @RequestParam(required = false) @Nullable Moment from,
            @RequestParam(required = false) @Nullable Moment to, ConsistentRead read) {
        var period = new Period(from, to);
        return period.readBy(read).answer(position -> {
            var range = period.range(organization.id(), cuts, Long.parseLong(position));
            return RangeChecksum.of(range, checksums.of(organization.id(), range.after(), range.upTo()));
        });
    }
}
