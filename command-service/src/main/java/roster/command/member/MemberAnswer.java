package roster.command.member;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberStatus;
import roster.contract.event.RecordedEvent;
import roster.contract.role.Role;

/**
 * A member who has just been invited, as the query service will show them, who also tells what became of the letters. Nothing that
 * was recorded just now is unreadable.
 */
record MemberAnswer(UUID memberId, UUID organizationId, String name, String email, Role role, MemberStatus status, long version,
        Instant since, Invited invitation) {
    /** @param requestedAt null: it is too early for anybody to have asked for another letter */
    record Invited(UUID invitationId, InvitationStatus status, int issue, Instant expiresAt, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt) {}

    record InvitedBy(UUID memberId, String name) {
        static @Nullable InvitedBy of(@Nullable Inviter inviter) {
            return inviter == null ? null : new InvitedBy(inviter.memberId(), requireNonNull(inviter.name()));
        }
    }

    static MemberAnswer invited(RecordedEvent recorded) {
        var it = (MemberInvited) recorded.event();
        return new MemberAnswer(it.memberId(), it.organization().id(), requireNonNull(it.name()), requireNonNull(it.email()), it.role(),
                MemberStatus.INVITED, recorded.sequence(), recorded.recordedAt(),
                new Invited(it.invitationId(), InvitationStatus.PENDING, 1, it.expiresAt(), InvitedBy.of(it.inviter()), null));
    }

    static Invited resent(RecordedEvent recorded) {
        var it = (InvitationResent) recorded.event();
        return new Invited(it.invitationId(), InvitationStatus.PENDING, it.issue(), it.expiresAt(), InvitedBy.of(it.inviter()), null);
    }
}
