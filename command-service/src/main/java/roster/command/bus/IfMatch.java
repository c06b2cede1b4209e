package roster.command.bus;

import org.jspecify.annotations.Nullable;

/**
 * The condition of an {@code If-Match} (RFC 9110): that there is something to change, as the caller knows it.
 *
 * @param version that it has; null for any
 */
public record IfMatch(@Nullable Long version) {}
