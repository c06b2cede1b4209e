package roster.eventstore;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement that keeps a table in step with an event: sent to PostgreSQL in the same message as the events, ahead of them.
 *
 * @param sql        changes exactly one row; any other number means that another command was first
 * @param parameters for the question marks, in order
 */
public record InlineChange(String sql, List<@Nullable Object> parameters) {}
