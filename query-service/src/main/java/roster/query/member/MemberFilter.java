package roster.query.member;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * Filter of an organization's members.
 *
 * @param status     null for all but deleted members
 * @param invitation status of the invitation; null for any
 */
record MemberFilter(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation, @Nullable Role role,
        @Nullable SearchText text) {
    /** Filters deleted members where only they can have the invitation, which ended their membership. */
    static MemberFilter of(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation, @Nullable Role role,
            @Nullable SearchText text) {
        boolean ended = invitation == InvitationStatus.REVOKED || invitation == InvitationStatus.DECLINED;
        return new MemberFilter(organizationId, status == null && ended ? MemberStatus.DELETED : status, invitation, role, text);
    }
}
