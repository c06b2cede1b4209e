package roster.command.bus;

import java.util.Optional;
import java.util.stream.Stream;

import roster.eventstore.NewEvent;

/** What an event entails for other aggregates: commands that are carried out with it, in the same transaction. */
public interface Consequence {
    /** @param cause the command that was asked for */
    Stream<Command> of(Command cause, NewEvent decided);

    /** Why, in words of its own; empty for the words of whoever asked for the cause. */
    default Optional<String> reason() {
        return Optional.empty();
    }
}
