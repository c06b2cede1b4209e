package roster.query.events;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.control.Caller;
import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.export.EventFormat;
import roster.query.export.Exports;
import roster.query.feed.Author;
import roster.query.feed.Between;
import roster.query.feed.Bookmark;
import roster.query.feed.EventPage;
import roster.query.feed.EventTypes;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedLimit;
import roster.query.feed.FeedOrder;
import roster.query.feed.FeedPages;
import roster.query.feed.Period;
import roster.query.moment.Moment;

/** {@code /organizations/{org}/events}: all events of an organization. */
@RestController
final class EventsController {
    private static final String PATH = "/organizations/{org}/events";

    private final FeedPages pages;
    private final Exports exports;

    EventsController(FeedPages pages, Exports exports) {
        this.pages = pages;
        this.exports = exports;
    }

    /**
     * Lists the events of an organization: of members, invitation e-mails, API tokens, and of the organization itself. What needs
     * {@code audit.read} is left out for callers without it. A reader that continues with {@code next} gets each event exactly once.
     * Accept {@code application/x-ndjson}, {@code text/csv} or {@code application/cloudevents-batch+json} to get all events of the range as a
     * file, oldest first.
     *
     * @param order  oldest or newest event first
     * @param limit  maximum number of events
     * @param after  only events after a cursor or position
     * @param before only events before a cursor or position
     * @param from   only events later than a moment, which is an instant or a position
     * @param to     only events up to a moment
     * @param type   only events of these types, separated by commas
     * @param actor  only events that this member, API token or operator caused, by id or name
     * @param member only events about this member, their invitation e-mails and their personal API tokens
     */
    @Requires(Permission.EVENTS_READ)
    @GetMapping(PATH)
    EventPage list(Organization organization, Caller caller,
            @RequestParam(defaultValue = FeedOrder.DEFAULT) FeedOrder order,
            @RequestParam(defaultValue = FeedLimit.DEFAULT) FeedLimit limit,
            @RequestParam(required = false) @Nullable Bookmark after, @RequestParam(required = false) @Nullable Bookmark before,
            @RequestParam(required = false) @Nullable Moment from, @RequestParam(required = false) @Nullable Moment to,
            @RequestParam(required = false) @Nullable EventTypes type, @RequestParam(required = false) @Nullable Author actor,
            @RequestParam(required = false) @Nullable UUID member, ConsistentRead read) {
        return pages.read(new FeedFilter(organization.id(), type, actor, member), new Between(after, before, new Period(from, to)), order,
                limit, caller.may(Permission.AUDIT_READ), read);
    }

    /**
     * Writes all events of the range as a file, oldest first.
     *
     * @param after  only events after a cursor or position
     * @param before only events before a cursor or position
     * @param from   only events later than a moment, which is an instant or a position
     * @param to     only events up to a moment
     * @param type   only events of these types, separated by commas
     * @param actor  only events that this member, API token or operator caused, by id or name
     * @param member only events about this member, their invitation e-mails and their personal API tokens
     */
    @Requires(Permission.EVENTS_READ)
    @GetMapping(path = PATH, produces = {EventFormat.NDJSON_TYPE, EventFormat.CSV_TYPE, EventFormat.BATCH_TYPE})
    ResponseEntity<StreamingResponseBody> export(Organization organization, Caller caller,
            @RequestParam(required = false) @Nullable Bookmark after, @RequestParam(required = false) @Nullable Bookmark before,
            @RequestParam(required = false) @Nullable Moment from, @RequestParam(required = false) @Nullable Moment to,
            @RequestParam(required = false) @Nullable EventTypes type, @RequestParam(required = false) @Nullable Author actor,
            @RequestParam(required = false) @Nullable UUID member, ConsistentRead read,
            HttpServletRequest request) {
        return exports.begin(new FeedFilter(organization.id(), type, actor, member), new Between(after, before, new Period(from, to)),
                caller.may(Permission.AUDIT_READ), read, request);
    }
}
