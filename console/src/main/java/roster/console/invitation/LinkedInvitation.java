package roster.console.invitation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/**
 * The invitation of a link, from command-service.
 *
 * @param organization name of the organization
 * @param name         name of the invitee
 */
public record LinkedInvitation(String organization, @Nullable Inviter invitedBy, String name, String email, Role role, Instant expiresAt) {
    public record Inviter(String name, String email) {}
}
