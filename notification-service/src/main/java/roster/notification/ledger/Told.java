package roster.notification.ledger;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MailFailure;

/**
 * What stands in the record about a letter of an invitation.
 *
 * @param failure null when it has left
 * @param answer  the mail server's last one, as far as it had one
 */
public record Told(UUID invitationId, int issue, Recipient recipient, @Nullable MailFailure failure, @Nullable String answer) {
    String result() {
        return failure == null ? "sent" : "failed";
    }
}
