package roster.command.retry;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept for repeated requests.
 *
 * @param body becomes JSON; null for none. Of what is {@link ShownOnce}, only the rest is kept.
 */
public record StoredAnswer(int status, Map<String, String> headers, @Nullable Object body) {}
