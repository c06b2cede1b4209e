package roster.eventstore;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

import roster.contract.stored.RecordedEvent;
import roster.operation.reader.EventPlace;

/** An event that cannot be read, or not be handled. Names it; its content stays out of messages. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient EventPlace place;

    public UnreadableEvent(EventPlace place, RuntimeException cause) {
        super(place + " cannot be read: " + NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName(), cause);
        this.place = place;
    }

    /** Returns the exception for an event that cannot be handled: the cause itself when the database failed. */
    public static RuntimeException of(RecordedEvent event, RuntimeException cause) {
        return cause instanceof DataAccessException ? cause
                : new UnreadableEvent(new EventPlace(event.position(), event.eventId(), event.aggregateId(), event.type().storedName()),
                        cause);
    }

    public EventPlace place() {
        return place;
    }
}
