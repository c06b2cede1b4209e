package roster.query.history;

import java.util.UUID;

/**
 * A member who acted, or in whose name another acted.
 *
 * @param position the position of the event
 */
public record Acting(UUID memberId, long position) {}
