package roster.notification.entry;

import java.util.UUID;

import roster.contract.mail.MailRecipient;

/** Id of an e-mail: one event causes at most one e-mail per recipient. */
public record EmailId(UUID eventId, MailRecipient recipient) {
    @Override
    public String toString() {
        return eventId + "." + recipient.value();
    }
}
