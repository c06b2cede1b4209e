package roster.command.member;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * The rules that span the members of an organization: one open membership for an address, and, once there has been one, never without
 * an active admin. Every method decides and records in the transaction of the command, or throws
 * {@link roster.command.rejection.Refused}.
 */
public interface Memberships {
    /** @param name and the address as entered, for letters that name this member as inviter */
    record Invitee(UUID memberId, UUID organizationId, String name, EmailAddress email, Role role, Instant expiresAt) {}

    /**
     * Claims the address for an invitation.
     *
     * @param onBehalfOf the member who invites; null for the admin who has been active longest
     */
    Letterhead invite(Invitee invitee, @Nullable UUID onBehalfOf);

    /** Claims the address again, or still, for a new letter. */
    Letterhead resend(Invitee invitee, @Nullable UUID onBehalfOf);

    void accept(UUID organizationId, UUID memberId, Role role, @Nullable Identity identity);

    void changeRole(UUID organizationId, UUID memberId, MemberStatus status, Role from, Role to);

    void suspend(UUID organizationId, UUID memberId, Role role);

    void reactivate(UUID organizationId, UUID memberId, Role role);

    /** Frees the address; the membership stays open for a resend. */
    void expire(UUID memberId);

    /** Frees the address and ends the membership. */
    void end(UUID organizationId, UUID memberId, MemberStatus status, Role role);

    /** How a member is written to.
     *
     * @param memberId null for nobody
     * @return without an inviter when the member is no longer active
     */
    Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId);

    /** The organization that a member with an open membership belongs to. */
    Optional<UUID> organizationOf(UUID memberId);
}
