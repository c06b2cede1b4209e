package roster.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Language;
import roster.contract.role.Role;

/**
 * What there is to tell about an invitation. Its link is not in it: that is derived when the letter is written.
 *
 * @param issue   counts the letters of one invitation from 1; only the link of the newest is alive
 * @param language of the organization
 * @param inviterId null for the first admin of an organization, whom nobody has invited
 * @param inviter   null for the same, and when the inviter can no longer be named
 */
public record Invitation(UUID memberId, UUID invitationId, int issue, UUID organizationId, String organization, Language language,
        Role role, Person invitee,
        @Nullable UUID inviterId, @Nullable Person inviter, Instant expiresAt) {}
