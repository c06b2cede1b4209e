package roster.command.retry;

import java.util.function.Supplier;

/**
 * Identifies a repeated request.
 *
 * @param requestHash hash of all parts of the request that determine its effect
 */
public record IdempotencyKey(String value, Supplier<String> requestHash) {}
