package roster.command.retry;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is stored for repeated requests.
 *
 * @param body stored as JSON; null for none. For {@link ShownOnce}, the repeated body is stored.
 */
public record StoredAnswer(int status, Map<String, String> headers, @Nullable Object body) {}
