package roster.query.member;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * Which members of an organization.
 *
 * @param status null for all but the deleted
 */
record MemberFilter(UUID organizationId, @Nullable MemberStatus status, @Nullable Role role, @Nullable SearchText text) {}
