package roster.query.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.member.CurrentMember;
import roster.contract.member.InvitationMails;
import roster.contract.stored.RecordedEvent;

/**
 * A member, and what only the view knows of it.
 *
 * @param mails     delivery results of the newest invitation's e-mails
 * @param invitedAt time of the first event
 */
public record MemberRow(CurrentMember member, InvitationMails mails, Instant invitedAt, Places places) {
    /**
     * Positions of the events that made the row what it is.
     *
     * @param newest the newest event, also of an e-mail
     * @param since  the event from which the member's {@code since} is
     * @param role   the event that gave the role
     * @param status the event that led to the status
     */
    public record Places(long newest, long since, long role, long status) {
        static Places first(long position) {
            return new Places(position, position, position, position);
        }

        Places after(CurrentMember was, CurrentMember now, RecordedEvent recorded) {
            long position = recorded.position();
            return new Places(position, recorded.event() instanceof InvitationAccepted ? position : since,
                    was.role() == now.role() ? role : position, was.status() == now.status() ? status : position);
        }

        Places mailed(long position) {
            return new Places(position, since, role, status);
        }
    }

    /** @throws IllegalStateException when it is not the next event of the member */
    static MemberRow evolve(@Nullable MemberRow was, RecordedEvent recorded) {
        var now = CurrentMember.evolve(was == null ? null : was.member, recorded);
        if (was == null) {
            return new MemberRow(now, InvitationMails.NONE, recorded.recordedAt(), Places.first(recorded.position()));
        }
        return new MemberRow(now, was.mails.after((MemberEvent) recorded.event()), was.invitedAt,
                was.places.after(was.member, now, recorded));
    }

    /** The row of a member who was erased later. */
    public MemberRow erased() {
        return new MemberRow(member.asErased(), mails, invitedAt, places);
    }

    /**
     * The member after a delivery result. Its version does not change.
     *
     * @throws IllegalStateException when it is not the next event of the mail stream
     */
    static MemberRow mailed(@Nullable MemberRow was, RecordedEvent recorded) {
        if (was == null) {
            throw new IllegalStateException("the event at position " + recorded.position() + " does not follow the ones before it");
        }
        var mails = was.mails.after((InvitationMailEvent) recorded.event(), recorded.sequence(), was.member.invitation().issue(),
                recorded.recordedAt());
        return new MemberRow(was.member, mails, was.invitedAt, was.places.mailed(recorded.position()));
    }
}
