package roster.query.members;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember.InvitedBy;
import roster.contract.member.InvitationMails;
import roster.contract.role.Role;
import roster.query.member.MemberRow;

/**
 * A member as shown to callers. Deleted members are kept with that status.
 *
 * @param name    null when it can no longer be read, like {@code email}
 * @param since   time at which the invitation was accepted; until then, time of the invitation
 * @param version sequence number of the last event
 * @param erased  true when the personal data was erased
 */
public record MemberView(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role, MemberStatus status,
        Instant since, long version, boolean erased, Invitation invitation) {
    /**
     * @param issue       counts the e-mails; only the link of the newest is valid
     * @param invitedBy   name of the inviter at that time; null for the first admin, and for callers without {@code audit.read}
     * @param requestedAt time at which the invitee requested a new invitation, because the newest one had expired; null for callers with
     *                    neither {@code members.manage} nor {@code audit.read}
     * @param mail        null for callers with neither {@code members.manage} nor {@code audit.read}
     */
    public record Invitation(UUID invitationId, InvitationStatus status, Instant expiresAt, int issue, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt, @Nullable InvitationMails mail) {
        private static Invitation of(MemberRow row, Visibility visibility) {
            var it = row.member().invitation();
            return new Invitation(it.invitationId(), it.status(), it.expiresAt(), it.issue(),
                    visibility.audited() ? it.invitedBy() : null, visibility.managed() ? it.requestedAt() : null,
                    visibility.managed() ? row.mails() : null);
        }
    }

    public static MemberView of(MemberRow row, Visibility visibility) {
        var it = row.member();
        return new MemberView(it.memberId(), it.organizationId(), it.name(), it.email(), it.role(), it.status(), it.since(), it.version(),
                it.erased(), Invitation.of(row, visibility));
    }
}
