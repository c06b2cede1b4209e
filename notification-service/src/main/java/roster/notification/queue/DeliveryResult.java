package roster.notification.queue;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.notification.entry.EmailId;
import roster.sql.Columns;
import roster.sql.SqlType;

/**
 * Result of an attempt to send a leased e-mail.
 *
 * @param answer  status of the relay's last answer; null when there was none
 * @param pause   time until the next attempt
 * @param counts  false when the attempt is not counted
 */
public record DeliveryResult(LeasedEmail leased, Status status, @Nullable MailFailure failure, @Nullable String answer,
        @Nullable String reason, Duration pause, boolean counts) {
    static final Columns<DeliveryResult> COLUMNS = new Columns<>();

    static {
        COLUMNS.add("event_id", SqlType.UUID, DeliveryResult::eventId);
        COLUMNS.add("recipient", SqlType.TEXT.as(MailRecipient::of, MailRecipient::value), it -> it.id().recipient());
        COLUMNS.add("attempt", SqlType.INTEGER, it -> it.leased.attempt());
        COLUMNS.add("status", SqlType.TEXT, it -> it.status.value);
        COLUMNS.addNullable("failure", SqlType.TEXT.as(MailFailure::of, MailFailure::value), DeliveryResult::failure);
        COLUMNS.addNullable("answer", SqlType.TEXT, DeliveryResult::answer);
        COLUMNS.addNullable("reason", SqlType.TEXT, DeliveryResult::reason);
        COLUMNS.add("pause", SqlType.BIGINT, it -> it.pause.toMillis());
        COLUMNS.add("not_counted", SqlType.INTEGER, it -> it.counts ? 0 : 1);
    }

    /** Status that the e-mail gets. */
    enum Status {
        DUE("due"),
        SENT("sent"),
        FAILED("failed");

        private final String value;

        Status(String value) {
            this.value = value;
        }
    }

    /** It was sent, which is recorded even if another worker has leased it meanwhile. */
    public static DeliveryResult sent(LeasedEmail leased) {
        return new DeliveryResult(leased, Status.SENT, null, null, null, Duration.ZERO, true);
    }

    /** It cannot be delivered. */
    public static DeliveryResult failed(LeasedEmail leased, MailFailure failure, @Nullable String answer, String reason) {
        return new DeliveryResult(leased, Status.FAILED, failure, answer, reason, Duration.ZERO, true);
    }

    /** Another attempt follows after {@code pause}. */
    public static DeliveryResult deferred(LeasedEmail leased, String reason, Duration pause) {
        return new DeliveryResult(leased, Status.DUE, null, null, reason, pause, true);
    }

    /** The lease is undone. */
    public static DeliveryResult putBack(LeasedEmail leased, @Nullable String reason) {
        return new DeliveryResult(leased, Status.DUE, null, null, reason, Duration.ZERO, false);
    }

    EmailId id() {
        return leased.id();
    }

    private UUID eventId() {
        return id().eventId();
    }

    boolean isSent() {
        return status == Status.SENT;
    }
}
