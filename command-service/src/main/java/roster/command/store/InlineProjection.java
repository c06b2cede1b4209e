package roster.command.store;

import java.util.Optional;

import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;

/** Projects events into a table for queries across aggregates, in the transaction that appends them. */
public interface InlineProjection {
    /** The change by an event; empty for none. */
    Optional<InlineChange> of(NewEvent event);
}
