package roster.query.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.member.CurrentMember;
import roster.contract.stored.RecordedEvent;

/**
 * A member, and what only the view knows of it.
 *
 * @param mails         delivery results of the newest invitation's e-mails
 * @param invitedAt     time of the first event
 * @param sincePosition position of the event from which the member's {@code since} is
 */
public record MemberRow(CurrentMember member, InvitationMails mails, Instant invitedAt, long sincePosition) {
    /** @throws IllegalStateException when it is not the next event of the member */
    static MemberRow evolve(@Nullable MemberRow was, RecordedEvent recorded) {
        var now = CurrentMember.evolve(was == null ? null : was.member, recorded);
        if (was == null) {
            return new MemberRow(now, InvitationMails.NONE, recorded.recordedAt(), recorded.position());
        }
        return new MemberRow(now, recorded.event() instanceof InvitationResent ? was.mails.replaced() : was.mails, was.invitedAt,
                recorded.event() instanceof InvitationAccepted ? recorded.position() : was.sincePosition);
    }

    /**
     * The member after a delivery result. Its version does not change.
     *
     * @throws IllegalStateException when it is not the next event of the mail stream
     */
    static MemberRow mailed(@Nullable MemberRow was, RecordedEvent recorded) {
        var event = (InvitationMailEvent) recorded.event();
        if (was == null || recorded.sequence() != was.mails.heard() || event.issue() > was.member.invitation().issue()) {
            throw new IllegalStateException("the event at position " + recorded.position() + " does not follow the ones before it");
        }
        return new MemberRow(was.member,
                event.issue() < was.member.invitation().issue() ? was.mails.afterOldNews() : was.mails.after(event, recorded.recordedAt()),
                was.invitedAt, was.sincePosition);
    }
}
