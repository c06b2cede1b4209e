package roster.contract.member;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.mail.MailFailure;
import roster.contract.word.Word;

/**
 * Delivery results of the newest e-mails of an invitation.
 *
 * @param invitee e-mail with the link; null until its result is known
 * @param inviter e-mail without the link; null until its result is known, and for an invitation without an inviter
 * @param heard   number of events of the invitation's mail stream that are included
 */
public record InvitationMails(@Nullable Mail invitee, @Nullable Mail inviter, @JsonIgnore long heard) {
    /** Before the first result. */
    public static final InvitationMails NONE = new InvitationMails(null, null, 0);

    /** Delivery status of an e-mail. */
    public enum MailStatus implements Word {
        SENT,
        FAILED;
    }

    /**
     * Delivery result of one e-mail.
     *
     * @param at      time at which it was recorded
     * @param failure reason of a failure; null when it was sent
     */
    public record Mail(MailStatus status, Instant at, @Nullable MailFailure failure) {
        private static Mail of(InvitationMailEvent event, Instant at) {
            return switch (event) {
                case InvitationMailSent _ -> new Mail(MailStatus.SENT, at, null);
                case InvitationMailFailed it -> new Mail(MailStatus.FAILED, at, it.failure());
            };
        }
    }

    /**
     * After a delivery result. That of an e-mail that a newer one has replaced changes nothing but {@code heard}.
     *
     * @param sequence of the event
     * @param issue    number of the newest e-mails
     * @throws IllegalStateException when it is not the next event of the mail stream
     */
    public InvitationMails after(InvitationMailEvent event, long sequence, int issue, Instant at) {
        if (sequence != heard || event.issue() > issue) {
            throw new IllegalStateException("event " + sequence + " of invitation " + event.invitationId()
                    + " does not follow the ones before it");
        }
        if (event.issue() < issue) {
            return new InvitationMails(invitee, inviter, heard + 1);
        }
        return switch (event.recipient()) {
            case INVITEE -> new InvitationMails(Mail.of(event, at), inviter, heard + 1);
            case INVITER -> new InvitationMails(invitee, Mail.of(event, at), heard + 1);
        };
    }

    /** After an event of the member: a new invitation is sent with new e-mails. */
    public InvitationMails after(MemberEvent event) {
        return event instanceof InvitationResent ? new InvitationMails(null, null, heard) : this;
    }
}
