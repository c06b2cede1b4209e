package roster.contract.event;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/** Events of a member, in their usual order. */
public sealed interface MemberEvent extends Event {
    UUID memberId();

    @Override
    default UUID aggregateId() {
        return memberId();
    }

    /** An event that causes invitation e-mails to the invitee and the inviter, with a new link. */
    sealed interface InvitationIssued extends MemberEvent {
        Organization organization();

        UUID invitationId();

        int issue();

        @Nullable
        String name();

        @Nullable
        String email();

        Role role();

        @Nullable
        Inviter inviter();

        Instant expiresAt();
    }

    /** A change of a member that does not change the invitation. */
    sealed interface MembershipChanged extends MemberEvent {}

    /** @param inviter null only for the first admin, who is invited by the registration of the organization */
    @StoredAs("member.invited")
    record MemberInvited(UUID memberId, Organization organization, UUID invitationId, @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter,
            Instant expiresAt) implements InvitationIssued {
        @Override
        public int issue() {
            return 1;
        }
    }

    /** @param issue counts the e-mails of one invitation from 1; only the link of the newest is valid */
    @StoredAs("member.invitation_resent")
    record InvitationResent(UUID memberId, Organization organization, UUID invitationId, int issue,
            @Personal("member") @Nullable String name,
            @Personal("member") @Nullable String email, Role role, @Nullable Inviter inviter,
            Instant expiresAt) implements InvitationIssued {}

    /** @param identity account at the identity provider; null when the caller named none */
    @StoredAs("member.invitation_accepted")
    record InvitationAccepted(UUID memberId, UUID invitationId, Role role, @Nullable Identity identity) implements MemberEvent {}

    @StoredAs("member.invitation_declined")
    record InvitationDeclined(UUID memberId, UUID invitationId) implements MemberEvent {}

    @StoredAs("member.invitation_revoked")
    record InvitationRevoked(UUID memberId, UUID invitationId) implements MemberEvent {}

    @StoredAs("member.invitation_expired")
    record InvitationExpired(UUID memberId, UUID invitationId, Instant expiredAt) implements MemberEvent {}

    /**
     * The holder of the link of an expired invitation requested a new one.
     *
     * @param issue   number of the e-mail with that link
     * @param inviter the inviter, with current name and address; null when there was none, or when they are no longer active
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
     * The address of a member changed. For an invited member, {@link InvitationResent} follows in the same transaction.
     *
     * @param status status of the member; unless invited, the member gets an e-mail at the previous address
     * @param from   null when it can no longer be read
     */
    @StoredAs("member.email_changed")
    record MemberEmailChanged(UUID memberId, Organization organization, UUID invitationId, @Personal("member") @Nullable String name,
            Role role, MemberStatus status, @Personal("member") @Nullable String from, @Personal("member") @Nullable String to)
            implements
                MemberEvent {}

    @StoredAs("member.role_changed")
    record MemberRoleChanged(UUID memberId, Role from, Role to) implements MembershipChanged {}

    /** A periodic review confirmed that the member is to keep this role. */
    @StoredAs("member.access_confirmed")
    record MemberAccessConfirmed(UUID memberId, Role role) implements MembershipChanged {}

    /** The member can also sign in with another account. */
    @StoredAs("member.account_linked")
    record AccountLinked(UUID memberId, UUID accountId, Identity identity) implements MembershipChanged {}

    /** @param accountId id from {@link AccountLinked}; the id of the member for the account that accepted the invitation */
    @StoredAs("member.account_unlinked")
    record AccountUnlinked(UUID memberId, UUID accountId) implements MembershipChanged {}

    @StoredAs("member.suspended")
    record MemberSuspended(UUID memberId) implements MembershipChanged {}

    @StoredAs("member.reactivated")
    record MemberReactivated(UUID memberId) implements MembershipChanged {}

    /** @param from status before the deletion */
    @StoredAs("member.deleted")
    record MemberDeleted(UUID memberId, MemberStatus from) implements MemberEvent {}

    /** The person's data became unreadable in all streams. Only after the deletion. */
    @StoredAs("member.erased")
    record MemberErased(UUID memberId) implements MemberEvent {}
}
