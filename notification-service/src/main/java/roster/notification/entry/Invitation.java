package roster.notification.entry;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.Language;
import roster.contract.role.Role;

/**
 * Content of an invitation e-mail. Does not contain the link, which is derived when the e-mail is composed.
 *
 * @param issue   counts the e-mails of one invitation from 1; only the link of the newest is valid
 * @param language of the organization
 * @param inviterId null for the first admin of an organization, who has no inviter
 * @param inviter   null for the first admin, and when the inviter can no longer be named
 */
public record Invitation(UUID memberId, UUID invitationId, int issue, UUID organizationId, String organization, Language language,
        Role role, Person invitee,
        @Nullable UUID inviterId, @Nullable Person inviter, Instant expiresAt) {}
