package roster.eventstore;

import java.util.UUID;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;

/** An event to be appended. {@code sequence} is its expected place in the stream of its aggregate. */
public record NewEvent(UUID eventId, long sequence, Event event, EventMetadata metadata) {}
