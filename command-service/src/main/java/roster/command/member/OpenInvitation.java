package roster.command.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Inviter;
import roster.contract.role.Role;

/**
 * An invitation, as whoever holds its link is shown it.
 *
 * @param organization its name
 * @param invitedBy    as they were called then; nobody, for the first admin
 * @param email        whose owner may accept
 * @param role         that accepting gives
 */
record OpenInvitation(String organization, @Nullable InvitingMember invitedBy, String name, String email, Role role, Instant expiresAt) {
    record InvitingMember(String name, String email) {
        private static @Nullable InvitingMember of(@Nullable Inviter inviter) {
            return inviter == null ? null : new InvitingMember(inviter.name(), inviter.email());
        }
    }

    static OpenInvitation of(InvitationLetter it) {
        return new OpenInvitation(it.organization(), InvitingMember.of(it.inviter()), it.name(), it.email(), it.role(),
                it.invitation().expiresAt());
    }
}
