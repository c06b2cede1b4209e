package roster.command.retry;

import java.util.function.Supplier;

/**
 * What makes a repeated request recognizable.
 *
 * @param requestHash of everything that decides what the request asks for
 */
public record IdempotencyKey(String value, Supplier<String> requestHash) {}
