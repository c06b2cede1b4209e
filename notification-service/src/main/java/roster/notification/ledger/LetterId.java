package roster.notification.ledger;

import java.util.UUID;

/** One event owes one recipient at most one letter. */
public record LetterId(UUID eventId, Recipient recipient) {
    @Override
    public String toString() {
        return eventId + "." + recipient.value();
    }
}
