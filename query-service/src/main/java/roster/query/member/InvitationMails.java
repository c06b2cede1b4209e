package roster.query.member;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MailFailure;

/**
 * What became of the newest letters of an invitation.
 *
 * @param invitee the letter with the link; null while it is on its way
 * @param inviter the one without; null as well where nobody has invited
 * @param heard   how many events of the stream of the invitation's mail this is after
 */
public record InvitationMails(@Nullable Mail invitee, @Nullable Mail inviter, @JsonIgnore long heard) {
    static final InvitationMails NONE = new InvitationMails(null, null, 0);

    /** Whether a letter has left. */
    public enum MailStatus {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("failed")
        FAILED
    }

    /**
     * What became of one.
     *
     * @param at      when it was recorded
     * @param failure why it has not left
     */
    public record Mail(MailStatus status, Instant at, @Nullable MailFailure failure) {
        private static Mail of(InvitationMailEvent event, Instant at) {
            return switch (event) {
                case InvitationMailSent _ -> new Mail(MailStatus.SENT, at, null);
                case InvitationMailFailed it -> new Mail(MailStatus.FAILED, at, it.failure());
            };
        }
    }

    InvitationMails after(InvitationMailEvent event, Instant at) {
        return switch (event.recipient()) {
            case INVITEE -> new InvitationMails(Mail.of(event, at), inviter, heard + 1);
            case INVITER -> new InvitationMails(invitee, Mail.of(event, at), heard + 1);
        };
    }

    /** News of a letter that a newer one has replaced. */
    InvitationMails afterOldNews() {
        return new InvitationMails(invitee, inviter, heard + 1);
    }

    /** Newer letters are on their way. */
    InvitationMails replaced() {
        return new InvitationMails(null, null, heard);
    }
}
