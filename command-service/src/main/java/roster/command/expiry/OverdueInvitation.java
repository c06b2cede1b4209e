package roster.command.expiry;

import java.time.Instant;
import java.util.UUID;

import roster.command.member.MemberCommand.ExpireInvitation;

/** An invitation that can no longer be accepted, though nothing says so yet. */
record OverdueInvitation(UUID memberId, UUID organizationId, Instant expiresAt) {
    ExpireInvitation command() {
        return new ExpireInvitation(memberId, organizationId);
    }
}
