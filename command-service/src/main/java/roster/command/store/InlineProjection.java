package roster.command.store;

import java.util.Optional;

import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;

/** A table of what commands must know beyond their own aggregate, kept in step with the events in the transaction that appends them. */
public interface InlineProjection {
    /** Empty for an event that changes nothing here. */
    Optional<InlineChange> of(NewEvent event);
}
