package roster.notification.report;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import roster.contract.event.MailFailure;
import roster.notification.ledger.LetterId;

/**
 * What became of a letter, as command-service wants to hear it.
 *
 * @param failure null when it has left
 * @param status  of the mail server's last answer, as far as it had one
 */
record Report(@JsonIgnore LetterId id, UUID memberId, UUID invitationId, int issue, String recipient, @Nullable MailFailure failure,
        @Nullable String status) {
    /** The state of the letter that this tells of. */
    String told() {
        return failure == null ? "sent" : "failed";
    }
}
