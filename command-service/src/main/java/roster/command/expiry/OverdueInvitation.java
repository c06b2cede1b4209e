package roster.command.expiry;

import java.time.Instant;
import java.util.UUID;

import roster.command.member.MemberCommand.ExpireInvitation;

/** An invitation past its expiry, which is not recorded as expired yet. */
record OverdueInvitation(UUID memberId, UUID organizationId, Instant expiresAt) {
    ExpireInvitation command() {
        return new ExpireInvitation(memberId, organizationId);
    }
}
