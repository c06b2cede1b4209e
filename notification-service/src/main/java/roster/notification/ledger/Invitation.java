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
 * @param inviter null for the first admin of an organization
 */
public record Invitation(UUID memberId, UUID invitationId, int issue, UUID organizationId, String organization, Language language,
        Role role, Person invitee,
        @Nullable Person inviter, Instant expiresAt) {}
