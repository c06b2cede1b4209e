package roster.notification.ledger;

import java.time.Duration;
import java.time.Instant;

import roster.notification.ledger.Occasion.Invited;
import roster.notification.ledger.Occasion.Requested;

/**
 * A letter that is owed.
 *
 * @param sequence   the event's place in the stream of the member
 * @param recordedAt when the event was recorded, which is also the date of the letter
 */
public record Letter(LetterId id, long sequence, Instant recordedAt, Occasion occasion, Invitation invitation) {
    private static final Duration WORTH_ANSWERING = Duration.ofDays(7);

    public Letter {
        if (id.recipient() == Recipient.INVITER && invitation.inviterId() == null) {
            throw new IllegalArgumentException("nobody to write to");
        }
    }

    /** Whom it is addressed to. */
    public Person addressee() {
        var inviter = invitation.inviter();
        return id.recipient() == Recipient.INVITER && inviter != null ? inviter : invitation.invitee();
    }

    /** From then on nothing would come of it. */
    public Instant deadline() {
        return switch (occasion) {
            case Invited _ -> invitation.expiresAt();
            case Requested _ -> recordedAt.plus(WORTH_ANSWERING);
        };
    }
}
