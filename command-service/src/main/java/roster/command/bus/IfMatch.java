package roster.command.bus;

import org.jspecify.annotations.Nullable;

/**
 * The condition of an {@code If-Match} (RFC 9110): the aggregate exists in the given version.
 *
 * @param version required version; null for any
 */
public record IfMatch(@Nullable Long version) {}
