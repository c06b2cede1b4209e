package roster.query.member;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember.InvitedBy;
import roster.contract.role.Role;

/**
 * What the Members page shows of one member. The deleted stay, as such.
 *
 * @param name    null when it can no longer be read, as is {@code email}
 * @param since   a member since, which is when the invitation was accepted; until then, invited since
 * @param version the sequence number of the last event
 * @param erased  whether what named the person was given up for good
 */
record MemberView(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role, MemberStatus status,
        Instant since, long version, boolean erased, Invitation invitation) {
    /**
     * @param issue       counts the letters, of which only the newest has a living link
     * @param invitedBy   as they were called then; nobody, for the first admin
     * @param requestedAt when the invitee asked for another letter, because the newest one had expired
     */
    record Invitation(UUID invitationId, InvitationStatus status, Instant expiresAt, int issue, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt, InvitationMails mail) {}

    static MemberView of(MemberRow row) {
        var it = row.member();
        var invitation = it.invitation();
        return new MemberView(it.memberId(), it.organizationId(), it.name(), it.email(), it.role(), it.status(), it.since(), it.version(),
                it.erased(), new Invitation(invitation.invitationId(), invitation.status(), invitation.expiresAt(), invitation.issue(),
                        invitation.invitedBy(), invitation.requestedAt(), row.mails()));
    }
}
