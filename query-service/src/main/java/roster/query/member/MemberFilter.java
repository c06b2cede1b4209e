package roster.query.member;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * Which members of an organization.
 *
 * @param status     null for all but the deleted
 * @param invitation what has become of it; null for whatever has
 */
record MemberFilter(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation, @Nullable Role role,
        @Nullable SearchText text) {}
