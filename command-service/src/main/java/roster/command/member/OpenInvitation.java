package roster.command.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.contract.event.Inviter;
import roster.contract.role.Role;

/**
 * An invitation, as whoever holds its link is shown it.
 *
 * @param organization its name
 * @param invitedBy    as they were called then; nobody, for the first admin, and where it can no longer be read
 * @param email        whose owner may accept
 * @param role         that accepting gives
 */
record OpenInvitation(String organization, @Nullable InvitingMember invitedBy, String name, String email, Role role, Instant expiresAt) {
    record InvitingMember(String name, String email) {
        private static @Nullable InvitingMember of(@Nullable Inviter inviter) {
            return inviter == null || inviter.name() == null || inviter.email() == null
                    ? null
                    : new InvitingMember(inviter.name(), inviter.email());
        }
    }

    /** @throws Refused when it can no longer be read for whom it is */
    static OpenInvitation of(InvitationLetter it) {
        if (it.name() == null || it.email() == null) {
            throw new Refused(new InvitationEnded());
        }
        return new OpenInvitation(it.organization(), InvitingMember.of(it.inviter()), it.name(), it.email(), it.role(),
                it.invitation().expiresAt());
    }
}
