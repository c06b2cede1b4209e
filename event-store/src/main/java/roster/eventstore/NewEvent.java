package roster.eventstore;

import java.util.UUID;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;

/** An event on its way into the store. {@code sequence} is the place that it claims in its aggregate's stream. */
public record NewEvent(UUID eventId, long sequence, Event event, EventMetadata metadata) {}
