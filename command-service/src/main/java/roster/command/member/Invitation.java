package roster.command.member;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.invitation.InvitationToken;

/**
 * What becomes of an invitation with the events of its member.
 *
 * @param issue     counts its letters; only the link of the newest is good
 * @param inviterId in whose name that was sent; null when it was nobody's
 */
record Invitation(UUID id, int issue, Instant expiresAt, @Nullable UUID inviterId, State state) {
    private enum State {
        PENDING,
        EXPIRED,
        ASKED_FOR_AGAIN,
        ENDED
    }

    static Invitation of(MemberInvited it) {
        return new Invitation(it.invitationId(), 1, it.expiresAt(), idOf(it.inviter()), State.PENDING);
    }

    Invitation after(MemberEvent event) {
        return switch (event) {
            case MemberInvited it -> of(it);
            case InvitationResent it -> new Invitation(id, it.issue(), it.expiresAt(), idOf(it.inviter()), State.PENDING);
            case InvitationExpired _ -> in(State.EXPIRED);
            case NewInvitationRequested _ -> in(State.ASKED_FOR_AGAIN);
            case InvitationAccepted _,InvitationDeclined _,InvitationRevoked _,MemberDeleted _,MemberErased _ -> in(State.ENDED);
            case MemberRoleChanged _,MemberSuspended _,MemberReactivated _ -> this;
        };
    }

    private Invitation in(State now) {
        return new Invitation(id, issue, expiresAt, inviterId, now);
    }

    private static @Nullable UUID idOf(@Nullable Inviter inviter) {
        return inviter == null ? null : inviter.memberId();
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    boolean isOverdue(Instant now) {
        return isPending() && !now.isBefore(expiresAt);
    }

    /** Whether the bearer of its newest letter has asked for another one. */
    boolean isAskedForAgain() {
        return state == State.ASKED_FOR_AGAIN;
    }

    /** @throws Refused when the link is no longer, or was never, the way in */
    void requireAcceptable(InvitationToken token, Instant now) {
        requireNewest(token);
        if (!isPending() || isOverdue(now)) {
            throw new Refused(new Rejection.InvitationExpired(expiresAt));
        }
    }

    /** @throws Refused when the link is not, or is no longer, that of an invitation that may come to something */
    void requireNewest(InvitationToken token) {
        if (!token.invitationId().equals(id) || token.issue() != issue || state == State.ENDED) {
            throw new Refused(new Rejection.InvitationEnded());
        }
    }
}
