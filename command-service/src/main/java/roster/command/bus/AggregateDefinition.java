package roster.command.bus;

import java.util.List;

/**
 * An aggregate with its dependencies.
 *
 * @param collaborators objects that its handlers may have as further parameters
 */
public record AggregateDefinition(Class<?> type, List<Object> collaborators) {}
