package roster.query.member;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.member.CurrentMember;
import roster.contract.stored.RecordedEvent;

/** A member, and the delivery results of the newest invitation's e-mails. */
public record MemberRow(CurrentMember member, InvitationMails mails) {
    /** @throws IllegalStateException when it is not the next event of the member */
    static MemberRow evolve(@Nullable MemberRow was, RecordedEvent recorded) {
        var now = CurrentMember.evolve(was == null ? null : was.member, recorded);
        if (was == null) {
            return new MemberRow(now, InvitationMails.NONE);
        }
        return new MemberRow(now, recorded.event() instanceof InvitationResent ? was.mails.replaced() : was.mails);
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
                event.issue() < was.member.invitation().issue() ? was.mails.afterOldNews() : was.mails.after(event, recorded.recordedAt()));
    }
}
