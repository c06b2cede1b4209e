package roster.query.events;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.control.Callers;
import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.feed.Author;
import roster.query.feed.Bookmark;
import roster.query.feed.EventTypes;
import roster.query.feed.FeedFilter;

/** {@code /organizations/{org}/events/stream}: the events of an organization as they are recorded. */
@RestController
final class EventStreamController {
    static final String LAST_EVENT = "Last-Event-ID";

    private final EventStreams streams;
    private final Callers callers;

    EventStreamController(EventStreams streams, Callers callers) {
        this.streams = streams;
        this.callers = callers;
    }

    /**
     * Sends the events of an organization as server-sent events, as they are recorded: each with its position as id and the same JSON as in
     * the list. An id without data is a heartbeat. The stream ends after some minutes, or when the caller may no longer read events; readers
     * connect again with {@code Last-Event-ID}, and miss nothing. With {@code checkpoints}, the newest checkpoint of the signed log is sent, too, after the events that it has, at the latest with the
     * next heartbeat: as an event with the name "checkpoint", without an id.
     *
     * @param after     begins after a cursor of the list or a position; by default now
     * @param type      only events of these types, separated by commas
     * @param actor     only events that this member, API token or operator caused, by id or name
     * @param member    only events about this member, their invitation e-mails and their personal API tokens
     * @param checkpoints true to send checkpoints of the signed log
     * @param lastEvent id of the last event that was received; takes precedence over {@code after}
     */
    @Requires(Permission.EVENTS_READ)
    @GetMapping(path = "/organizations/{org}/events/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<StreamingResponseBody> stream(Organization organization,
            @RequestParam(required = false) @Nullable Bookmark after, @RequestParam(required = false) @Nullable EventTypes type,
            @RequestParam(required = false) @Nullable Author actor, @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "false") boolean checkpoints,
            @RequestHeader(name = LAST_EVENT, required = false) @Nullable Bookmark lastEvent, ConsistentRead read,
            HttpServletResponse response) {
        var credential = callers.credential();
        return streams.begin(new FeedFilter(organization.id(), type, actor, member), after, lastEvent, checkpoints,
                () -> callers.now(credential, organization.id()), read, response);
    }
}
