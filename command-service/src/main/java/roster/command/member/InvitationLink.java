package roster.command.member;

import java.time.Instant;

import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection;
import roster.contract.event.MemberStatus;
import roster.contract.invitation.InvitationToken;
import roster.contract.member.CurrentMember;

/** Checks the token of an invitation link against the member that it invites. */
record InvitationLink(InvitationToken token) {
    /** @throws Rejected when the link is not valid, or no longer valid */
    void requireAcceptable(CurrentMember member, Instant now) {
        requireNewest(member);
        if (!member.invitation().isPending() || member.invitation().isOverdue(now)) {
            throw new Rejected(new Rejection.InvitationExpired(member.invitation().expiresAt()));
        }
    }

    /** @throws Rejected when the link is not the newest one of an invitation that is pending or expired */
    void requireNewest(CurrentMember member) {
        var invitation = member.invitation();
        boolean newest = token.invitationId().equals(invitation.invitationId()) && token.issue() == invitation.issue();
        if (!newest || member.status() != MemberStatus.INVITED) {
            throw new Rejected(new Rejection.InvitationEnded());
        }
    }
}
