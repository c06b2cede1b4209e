package roster.query.history;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A member in whose name another acted.
 *
 * @param name name that the member had then
 */
public record ActingMember(UUID memberId, @Nullable String name) {}
