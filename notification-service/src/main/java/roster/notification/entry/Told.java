package roster.notification.entry;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.sql.Columns;
import roster.sql.NullableColumn;
import roster.sql.SqlType;

/**
 * The result of an invitation e-mail, as recorded in the event store.
 *
 * @param failure null when it was sent
 * @param answer  the mail server's last answer; null when there was none
 */
public record Told(UUID invitationId, int issue, MailRecipient recipient, @Nullable MailFailure failure, @Nullable String answer) {
    public static final Columns<Told> COLUMNS = new Columns<>();
    public static final NullableColumn<Told, MailFailure> FAILURE;
    public static final NullableColumn<Told, String> ANSWER;

    static {
        COLUMNS.add("invitation_id", SqlType.UUID, Told::invitationId);
        COLUMNS.add("issue", SqlType.INTEGER, Told::issue);
        COLUMNS.add("recipient", SqlType.TEXT.as(MailRecipient::of, MailRecipient::value), Told::recipient);
        COLUMNS.add("result", SqlType.TEXT, Told::result);
        FAILURE = COLUMNS.addNullable("failure", SqlType.TEXT.as(MailFailure::of, MailFailure::value), Told::failure);
        ANSWER = COLUMNS.addNullable("answer", SqlType.TEXT, Told::answer);
    }

    String result() {
        return failure == null ? "sent" : "failed";
    }
}
