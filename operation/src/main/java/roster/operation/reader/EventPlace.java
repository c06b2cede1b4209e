package roster.operation.reader;

import java.util.UUID;

/**
 * An event in the event store, without its content.
 *
 * @param type stored name of the event type, such as {@code member.invited}
 */
public record EventPlace(long position, UUID eventId, UUID aggregateId, String type) {
    @Override
    public String toString() {
        return "the event at position " + position + " (" + type + " of aggregate " + aggregateId + ", event id " + eventId + ")";
    }
}
