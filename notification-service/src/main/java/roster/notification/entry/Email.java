package roster.notification.entry;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailRecipient;
import roster.notification.entry.Occasion.AddressChanged;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;

/**
 * An e-mail in the queue.
 *
 * @param sequence    sequence of the event in the member's stream
 * @param recordedAt  time of the event, and date of the e-mail
 * @param traceparent the trace that it continues; null for none
 */
public record Email(EmailId id, long sequence, Instant recordedAt, Occasion occasion, Invitation invitation, @Nullable String traceparent) {
    private static final Duration WORTH_ANSWERING = Duration.ofDays(7);

    public Email {
        if (id.recipient() == MailRecipient.INVITER && invitation.inviterId() == null) {
            throw new IllegalArgumentException("the e-mail has no addressee");
        }
    }

    /** An e-mail that continues no trace. */
    public Email(EmailId id, long sequence, Instant recordedAt, Occasion occasion, Invitation invitation) {
        this(id, sequence, recordedAt, occasion, invitation, null);
    }

    /** The person it is addressed to. */
    public Person addressee() {
        var inviter = invitation.inviter();
        return id.recipient() == MailRecipient.INVITER && inviter != null ? inviter : invitation.invitee();
    }

    /** The time from which it is too late to send it. */
    public Instant deadline() {
        return switch (occasion) {
            case Invited _ -> invitation.expiresAt();
            case Requested _,AddressChanged _ -> recordedAt.plus(WORTH_ANSWERING);
        };
    }
}
