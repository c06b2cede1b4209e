package roster.command.bus;

import java.util.List;

/**
 * An aggregate that takes commands.
 *
 * @param collaborators what its handlers may ask for beside the command
 */
public record AggregateDefinition(Class<?> type, List<Object> collaborators) {}
