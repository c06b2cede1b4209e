package roster.notification.queue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.notification.entry.EmailId;

/**
 * Delivery result of an e-mail, to be reported to command-service.
 *
 * @param failure null when it was sent
 * @param status  status of the mail server's last answer; null when there was none
 * @param rejections number of times that command-service has rejected it
 */
public record Report(EmailId id, UUID memberId, UUID invitationId, int issue, @Nullable MailFailure failure,
        @Nullable String status, int rejections) {
    /** The status that this reports. */
    String told() {
        return failure == null ? "sent" : "failed";
    }
}
