package roster.command.bus;

import java.util.stream.Stream;

import roster.eventstore.NewEvent;

/** What an event entails for other aggregates: commands that are carried out with it, in the same transaction. */
public interface Consequence {
    Stream<Command> of(NewEvent decided);
}
