package roster.query.history;

import java.util.UUID;

import roster.query.event.EventRow;

/**
 * A member who acted, in whose name another acted, or whom an event is about, at that time.
 *
 * @param position of the event that the time is just before
 */
public record Acting(UUID memberId, long position) {
    /** The member just after the event. */
    static Acting after(EventRow event, UUID memberId) {
        return new Acting(memberId, event.position() + 1);
    }
}
