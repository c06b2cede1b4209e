package roster.query.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.query.event.EventRow;
import roster.query.history.ActingMember;
import roster.query.history.ActorNames;
import roster.query.history.Who;

/**
 * An event that a review names.
 *
 * @param position   position of the event
 * @param type       stored name of the event
 * @param onBehalfOf member in whose name the actor acted
 * @param reason     null where none was given, and when it can no longer be read
 */
record ReviewedEvent(String position, String type, Instant recordedAt, Who actor, @Nullable ActingMember onBehalfOf,
        @Nullable String reason) {
    static ReviewedEvent of(EventRow it, ActorNames names) {
        return new ReviewedEvent(Long.toString(it.position()), it.type(), it.recordedAt(), names.author(it), names.inWhoseName(it),
                it.reason());
    }
}
