package roster.notification.ledger;

import java.time.Instant;

/**
 * A letter that is owed.
 *
 * @param sequence   the event's place in the stream of the member
 * @param recordedAt when the event was recorded, which is also the date of the letter
 */
public record Letter(LetterId id, long sequence, Instant recordedAt, Invitation invitation) {
    public Letter {
        if (id.recipient() == Recipient.INVITER && invitation.inviter() == null) {
            throw new IllegalArgumentException("nobody to write to");
        }
    }

    /** Whom it is addressed to. */
    public Person addressee() {
        var inviter = invitation.inviter();
        return id.recipient() == Recipient.INVITER && inviter != null ? inviter : invitation.invitee();
    }
}
