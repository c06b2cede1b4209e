package roster.contract.stored;

import java.time.Instant;
import java.util.UUID;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;

/**
 * An event in the event store.
 *
 * @param position   place in the order of all events; grows, with gaps
 * @param sequence   place in the stream of its aggregate: 0, 1, 2 … without gaps
 * @param recordedAt by the clock of the database
 */
public record RecordedEvent(long position, UUID eventId, UUID aggregateId, long sequence, EventType type, Instant recordedAt,
        EventMetadata metadata, Event event) {
    public UUID organizationId() {
        return metadata.organizationId();
    }
}
