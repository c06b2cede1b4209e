package roster.command.bus;

import java.util.Optional;
import java.util.stream.Stream;

import roster.eventstore.NewEvent;

/** Derives commands on other aggregates from an event. They are carried out in the same transaction. */
public interface Consequence {
    /** @param cause the original command */
    Stream<Command> of(Command cause, NewEvent decided);

    /** Reason of the derived commands; empty to use the reason of the original command. */
    default Optional<String> reason() {
        return Optional.empty();
    }
}
