package roster.eventstore;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement that updates a table in the transaction of an event. Sent to PostgreSQL in the same message as the events, ahead of them.
 *
 * @param sql        changes exactly one row; any other number means that a concurrent command changed the row first
 * @param parameters for the placeholders, in order
 */
public record InlineChange(String sql, List<@Nullable Object> parameters) {}
