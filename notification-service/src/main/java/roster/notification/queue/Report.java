package roster.notification.queue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.notification.entry.EmailId;
import roster.sql.Columns;
import roster.sql.SqlType;

/**
 * Delivery result of an e-mail, to be reported to command-service.
 *
 * @param failure null when it was sent
 * @param status  status of the mail server's last answer; null when there was none
 * @param rejections number of times that command-service has rejected it
 */
public record Report(EmailId id, UUID memberId, UUID invitationId, int issue, @Nullable MailFailure failure,
        @Nullable String status, int rejections) {
    static final Columns<Report> COLUMNS = new Columns<>();

    static {
        COLUMNS.add("event_id", SqlType.UUID, it -> it.id.eventId());
        COLUMNS.add("recipient", SqlType.TEXT, it -> it.id.recipient().value());
        COLUMNS.add("told", SqlType.TEXT, Report::told);
    }

    /** The status that this reports. */
    String told() {
        return failure == null ? "sent" : "failed";
    }
}
