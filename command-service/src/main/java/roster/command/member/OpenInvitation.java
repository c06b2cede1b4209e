package roster.command.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;

/**
 * An invitation, as shown to the holder of its link.
 *
 * @param organization name of the organization
 * @param invitedBy    name of the inviter at that time; null for the first admin, and when it can no longer be read
 * @param email        address that the accepting person must have verified
 * @param role         role after acceptance
 */
record OpenInvitation(String organization, @Nullable InvitingMember invitedBy, String name, String email, Role role, Instant expiresAt) {
    record InvitingMember(String name, String email) {
        private static @Nullable InvitingMember of(@Nullable Inviter inviter) {
            return inviter == null || inviter.name() == null || inviter.email() == null
                    ? null
                    : new InvitingMember(inviter.name(), inviter.email());
        }
    }

    /**
     * @param issued the newest invitation e-mail
     * @throws Rejected when the name or the address of the invitee can no longer be read
     */
    static OpenInvitation of(CurrentMember member, InvitationIssued issued) {
        if (member.name() == null || member.email() == null) {
            throw new Rejected(new InvitationEnded());
        }
        return new OpenInvitation(issued.organization().name(), InvitingMember.of(issued.inviter()), member.name(), member.email(),
                member.role(), issued.expiresAt());
    }
}
