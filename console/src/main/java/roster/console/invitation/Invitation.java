package roster.console.invitation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/**
 * What a link stands for, as command-service answers to whoever has it.
 *
 * @param organization the name of it
 * @param name         of the invitee
 */
public record Invitation(String organization, @Nullable Inviter invitedBy, String name, String email, Role role, Instant expiresAt) {
    public record Inviter(String name, String email) {}
}
