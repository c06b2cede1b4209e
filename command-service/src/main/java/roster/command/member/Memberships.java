package roster.command.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.role.Role;

/**
 * Answers questions about the other members of an organization. Decides nothing: an answer holds until the transaction of the command
 * ends, or else recording the command's events fails and the command is decided again.
 */
public interface Memberships {
    /** A member who is to be sent an invitation. */
    record Invitee(UUID memberId, UUID organizationId, EmailAddress email) {}

    /**
     * The state of affairs for one more invitation.
     *
     * @param holder      another member who has the address
     * @param reached     the cap that the invitation would exceed
     * @param inviterRole that of the inviter of the letterhead
     */
    record Claim(Optional<Holder> holder, Optional<ReachedCap> reached, Letterhead letterhead, Optional<Role> inviterRole) {}

    /** @param invitedUntil when the invitation of the member expires; empty when it has been accepted */
    record Holder(UUID memberId, Optional<Instant> invitedUntil) {
        /** The address is free as soon as the expiry has been recorded. */
        boolean isOverdue(Instant now) {
            return invitedUntil.isPresent() && !now.isBefore(invitedUntil.get());
        }
    }

    /** @param freeAt when there is room for one more */
    record ReachedCap(InvitationCap cap, int limit, Instant freeAt) {}

    /**
     * Invitations to one address are decided one after the other, and so are those of one organization.
     *
     * @param onBehalfOf the member who invites; null for the admin who has been active longest
     */
    Claim claim(Invitee invitee, @Nullable UUID onBehalfOf);

    /** Whether the organization has another active admin, who cannot cease to be one before the transaction ends. */
    boolean hasAnotherActiveAdmin(UUID organizationId, UUID memberId);

    /** The member of the organization whom an identity provider knows by that name. */
    Optional<UUID> memberWith(UUID organizationId, Identity identity);

    /** How a member is written to.
     *
     * @param memberId null for nobody
     * @return without an inviter when the member is no longer active
     */
    Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId);

    /** Whom the member has invited who can still accept, in the order of their ids; others are not invited in that name meanwhile. */
    List<UUID> pendingInvitationsOf(UUID organizationId, UUID inviterId);

    /** The organization that a member with an open membership belongs to. */
    Optional<UUID> organizationOf(UUID memberId);
}
