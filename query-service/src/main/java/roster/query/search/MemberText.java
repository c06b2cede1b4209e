package roster.query.search;

import java.util.UUID;

/**
 * The name and the address that a member has since an event, as pieces to search for.
 *
 * @param position position of the event
 * @param pieces   a {@code tsvector}, see {@link Pieces}
 */
record MemberText(UUID memberId, UUID organizationId, long position, String pieces) {}
