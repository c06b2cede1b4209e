package roster.query.log;

import java.util.UUID;

import roster.recordlog.merkle.Hash;

/**
 * A leaf to be appended.
 *
 * @param position of the event; 0 in the root log
 */
record Leaf(UUID organizationId, long position, Hash hash) {}
