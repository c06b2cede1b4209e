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

    /** An invitation e-mail is owed to the invitee and to the inviter, with the newest of the invitation's links. */
    sealed interface InvitationIssued extends MemberEvent {
        Organization organization();

        UUID invitationId();

        int issue();

        @Nullable String name();

        @Nullable String email();

        Role role();

        @Nullable Inviter inviter();

        Instant expiresAt();
    }

    /** A change of a member that leaves an invitation as it is. */
    sealed interface MembershipChanged extends MemberEvent {}

    /** @param inviter null only for the first admin, who is named when the organization is registered */
    @StoredAs("member.invited")
    record MemberInvited(UUID memberId, Organization organization, UUID invitationId, @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiresAt) implements InvitationIssued {
        @Override
        public int issue() {
            return 1;
        }
    }

    /** @param issue counts the letters of one invitation from 1; only the link of the newest is alive */
    @StoredAs("member.invitation_resent")
    record InvitationResent(UUID memberId, Organization organization, UUID invitationId, int issue,
            @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiresAt) implements InvitationIssued {}

    /** @param identity whom the identity provider vouched for; null when the caller named none */
    @StoredAs("member.invitation_accepted")
    record InvitationAccepted(UUID memberId, UUID invitationId, Role role, @Nullable Identity identity) implements MemberEvent {}

    @StoredAs("member.invitation_declined")
    record InvitationDeclined(UUID memberId, UUID invitationId) implements MemberEvent {}

    @StoredAs("member.invitation_revoked")
    record InvitationRevoked(UUID memberId, UUID invitationId) implements MemberEvent {}

    @StoredAs("member.invitation_expired")
    record InvitationExpired(UUID memberId, UUID invitationId, Instant expiredAt) implements MemberEvent {}

    /**
     * Whoever holds the link of an expired invitation asks for another letter.
     *
     * @param issue   the letter whose link they hold
     * @param inviter who is asked, as they are called now; null when the letter had no inviter, or they are no longer active
     */
    @StoredAs("member.new_invitation_requested")
    record NewInvitationRequested(UUID memberId, Organization organization, UUID invitationId, int issue,
            @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter, Instant expiredAt) implements MemberEvent {}

    /** @param from null when it can no longer be read */
    @StoredAs("member.name_changed")
    record MemberNameChanged(UUID memberId, @Personal("member") @Nullable String from, @Personal("member") @Nullable String to)
            implements
                MembershipChanged {}

    /**
     * The address of a member was changed. Where the member had not accepted yet, {@link InvitationResent} follows in the same transaction.
     *
     * @param status of the member, who is told at the address before unless only invited
     * @param from   null when it can no longer be read
     */
    @StoredAs("member.email_changed")
    record MemberEmailChanged(UUID memberId, Organization organization, UUID invitationId, @Personal("member") @Nullable String name,
            Role role, MemberStatus status, @Personal("member") @Nullable String from, @Personal("member") @Nullable String to)
            implements
                MemberEvent {}

    @StoredAs("member.role_changed")
    record MemberRoleChanged(UUID memberId, Role from, Role to) implements MembershipChanged {}

    @StoredAs("member.suspended")
    record MemberSuspended(UUID memberId) implements MembershipChanged {}

    @StoredAs("member.reactivated")
    record MemberReactivated(UUID memberId) implements MembershipChanged {}

    /** @param from the status that the membership had when it ended */
    @StoredAs("member.deleted")
    record MemberDeleted(UUID memberId, MemberStatus from) implements MemberEvent {}

    /** What named the person can no longer be read, in this event's stream or any other. Only after the membership has ended. */
    @StoredAs("member.erased")
    record MemberErased(UUID memberId) implements MemberEvent {}
}
