package roster.notification.ledger;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MailFailure;

/**
 * What became of a letter, to be told.
 *
 * @param failure null when it has left
 * @param status  of the mail server's last answer, as far as it had one
 */
public record Report(LetterId id, UUID memberId, UUID invitationId, int issue, @Nullable MailFailure failure,
        @Nullable String status) {
    /** The state of the letter that this tells of. */
    String told() {
        return failure == null ? "sent" : "failed";
    }
}
