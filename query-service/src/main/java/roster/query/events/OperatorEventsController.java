package roster.query.events;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.requirement.OperatorOnly;
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

/** {@code /operator/events}: the events of all organizations. */
@RestController
final class OperatorEventsController {
    private static final String PATH = "/operator/events";

    private final FeedPages pages;
    private final Exports exports;

    OperatorEventsController(FeedPages pages, Exports exports) {
        this.pages = pages;
        this.exports = exports;
    }

    /**
     * Lists the events of all organizations, as {@code /organizations/{org}/events} does for one.
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
     * @param organization only events of this organization, by id
     */
    @OperatorOnly
    @GetMapping(PATH)
    EventPage list(
            @RequestParam(defaultValue = FeedOrder.DEFAULT) FeedOrder order,
            @RequestParam(defaultValue = FeedLimit.DEFAULT) FeedLimit limit,
            @RequestParam(required = false) @Nullable Bookmark after, @RequestParam(required = false) @Nullable Bookmark before,
            @RequestParam(required = false) @Nullable Moment from, @RequestParam(required = false) @Nullable Moment to,
            @RequestParam(required = false) @Nullable EventTypes type, @RequestParam(required = false) @Nullable Author actor,
            @RequestParam(required = false) @Nullable UUID member, ConsistentRead read,
            @RequestParam(required = false) @Nullable UUID organization) {
        return pages.read(new FeedFilter(organization, type, actor, member), new Between(after, before, new Period(from, to)), order,
                limit, true, read);
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
     * @param organization only events of this organization, by id
     */
    @OperatorOnly
    @GetMapping(path = PATH, produces = {EventFormat.NDJSON_TYPE, EventFormat.CSV_TYPE, EventFormat.BATCH_TYPE})
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable Bookmark after, @RequestParam(required = false) @Nullable Bookmark before,
            @RequestParam(required = false) @Nullable Moment from, @RequestParam(required = false) @Nullable Moment to,
            @RequestParam(required = false) @Nullable EventTypes type, @RequestParam(required = false) @Nullable Author actor,
            @RequestParam(required = false) @Nullable UUID member, ConsistentRead read,
            @RequestParam(required = false) @Nullable UUID organization,
            HttpServletRequest request) {
        return exports.begin(new FeedFilter(organization, type, actor, member), new Between(after, before, new Period(from, to)),
                true, read, request);
    }
}
