package roster.contract.event;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/** The life of a member, in the order in which it is usually lived. */
public sealed interface MemberEvent extends Event {
    UUID memberId();

    @Override
    default UUID aggregateId() {
        return memberId();
    }

    /** @param inviter null only for the first admin, who is named when the organization is registered */
    record MemberInvited(UUID memberId, Organization organization, UUID invitationId, @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiresAt) implements MemberEvent {}

    /** @param issue counts the letters of one invitation from 1; only the link of the newest is alive */
    record InvitationResent(UUID memberId, Organization organization, UUID invitationId, int issue,
            @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiresAt) implements MemberEvent {}

    /** @param identity whom the identity provider vouched for; null when the caller named none */
    record InvitationAccepted(UUID memberId, UUID invitationId, Role role, @Nullable Identity identity) implements MemberEvent {}

    record InvitationDeclined(UUID memberId, UUID invitationId) implements MemberEvent {}

    record InvitationRevoked(UUID memberId, UUID invitationId) implements MemberEvent {}

    record InvitationExpired(UUID memberId, UUID invitationId, Instant expiredAt) implements MemberEvent {}

    /**
     * Whoever holds the link of an expired invitation asks for another letter.
     *
     * @param issue   the letter whose link they hold
     * @param inviter who is asked, as they are called now; null when the letter had no inviter, or they are no longer active
     */
    record NewInvitationRequested(UUID memberId, Organization organization, UUID invitationId, int issue,
            @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiredAt) implements MemberEvent {}

    record MemberRoleChanged(UUID memberId, Role from, Role to) implements MemberEvent {}

    record MemberSuspended(UUID memberId) implements MemberEvent {}

    record MemberReactivated(UUID memberId) implements MemberEvent {}

    /** @param from the status that the membership had when it ended */
    record MemberDeleted(UUID memberId, MemberStatus from) implements MemberEvent {}

    /** What named the person can no longer be read, in this event's stream or any other. Only after the membership has ended. */
    record MemberErased(UUID memberId) implements MemberEvent {}
}
