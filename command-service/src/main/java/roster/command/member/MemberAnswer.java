package roster.command.member;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;

/**
 * A member who was just invited, in the form of query-service, which also returns delivery results.
 *
 * @param name null, like the address, in a stored response that is repeated after the member was erased
 */
record MemberAnswer(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role, MemberStatus status,
        long version,
        Instant since, Invited invitation) {
    /** @param requestedAt always null for a new invitation */
    record Invited(UUID invitationId, InvitationStatus status, int issue, Instant expiresAt, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt) {}

    record InvitedBy(UUID memberId, @Nullable String name) {
        static @Nullable InvitedBy of(@Nullable Inviter inviter) {
            return inviter == null ? null : new InvitedBy(inviter.memberId(), inviter.name());
        }
    }

    static MemberAnswer invited(RecordedEvent recorded) {
        var it = (MemberInvited) recorded.event();
        return new MemberAnswer(it.memberId(), it.organization().id(), it.name(), it.email(), it.role(),
                MemberStatus.INVITED, recorded.sequence(), recorded.recordedAt(),
                new Invited(it.invitationId(), InvitationStatus.PENDING, 1, it.expiresAt(), InvitedBy.of(it.inviter()), null));
    }

    static Invited resent(RecordedEvent recorded) {
        var it = (InvitationResent) recorded.event();
        return new Invited(it.invitationId(), InvitationStatus.PENDING, it.issue(), it.expiresAt(), InvitedBy.of(it.inviter()), null);
    }
}
