package roster.command.member;

import java.time.Instant;
import java.util.UUID;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection;
import roster.contract.invitation.InvitationToken;

/**
 * What a member must know of their own invitation.
 *
 * @param issue counts its letters; only the link of the newest is good
 */
record Invitation(UUID id, int issue, Instant expiresAt, State state) {
    private enum State {
        PENDING,
        EXPIRED,
        ENDED
    }

    static Invitation sent(UUID id, Instant expiresAt) {
        return new Invitation(id, 1, expiresAt, State.PENDING);
    }

    Invitation resent(int issue, Instant expiresAt) {
        return new Invitation(id, issue, expiresAt, State.PENDING);
    }

    Invitation expired() {
        return new Invitation(id, issue, expiresAt, State.EXPIRED);
    }

    Invitation ended() {
        return new Invitation(id, issue, expiresAt, State.ENDED);
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    boolean isOverdue(Instant now) {
        return isPending() && !now.isBefore(expiresAt);
    }

    /** @throws Refused when the link is no longer, or was never, the way in */
    void requireAcceptable(InvitationToken token, Instant now) {
        if (!token.invitationId().equals(id) || token.issue() != issue || state == State.ENDED) {
            throw new Refused(new Rejection.InvitationEnded());
        }
        if (state == State.EXPIRED || isOverdue(now)) {
            throw new Refused(new Rejection.InvitationExpired(expiresAt));
        }
    }
}
