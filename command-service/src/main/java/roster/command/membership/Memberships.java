package roster.command.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.role.Role;

/**
 * Queries about other members of an organization. A result is valid until the transaction of the command ends; otherwise recording its events
 * fails, and the command is decided again.
 */
public interface Memberships {
    /** A member to be invited. */
    record Invitee(UUID memberId, UUID organizationId, EmailAddress email) {}

    /**
     * Result of the query for one more invitation.
     *
     * @param holder      another member with the address
     * @param reached     the limit that the invitation would exceed
     * @param inviterRole role of the inviter of the letterhead
     */
    record Claim(Optional<Holder> holder, Optional<ReachedCap> reached, Letterhead letterhead, Optional<Role> inviterRole) {}

    /** @param invitedUntil expiry of the member's invitation; empty when it was accepted */
    record Holder(UUID memberId, Optional<Instant> invitedUntil) {
        /** True when the invitation is past its expiry; the address is free as soon as that is recorded. */
        public boolean isOverdue(Instant now) {
            return invitedUntil.isPresent() && !now.isBefore(invitedUntil.get());
        }
    }

    /** @param freeAt time from which one more is allowed */
    record ReachedCap(InvitationCap cap, int limit, Instant freeAt) {}

    /**
     * Serializes invitations to one address, and those of one organization.
     *
     * @param onBehalfOf the inviter; null for the admin who has been active longest
     */
    Claim claim(Invitee invitee, @Nullable UUID onBehalfOf);

    /** The limit that one more e-mail to the address would exceed. Serializes e-mails to it. */
    Optional<ReachedCap> capOfEmailsTo(EmailAddress address);

    /** True when the organization has another active admin, who stays one until the transaction ends. */
    boolean hasAnotherActiveAdmin(UUID organizationId, UUID memberId);

    /** The member of the organization with that account. */
    Optional<UUID> memberWith(UUID organizationId, Identity identity);

    /** Sender and language of an e-mail in the name of a member.
     *
     * @param memberId null for no inviter
     * @return without an inviter when the member is no longer active
     */
    Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId);

    /** Ids of members with a pending invitation in the inviter's name, in order. Prevents further ones until the transaction ends. */
    List<UUID> pendingInvitationsOf(UUID organizationId, UUID inviterId);

    /** The organization of a member, also of one whose membership has ended: a command that was the end of it may be repeated. */
    Optional<UUID> organizationOf(UUID memberId);
}
