package roster.notification.mail;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;

/** Outcome of one attempt to pass an e-mail to the relay. {@code reason} may quote the relay, and so the address. */
sealed interface DeliveryOutcome {
    record Accepted() implements DeliveryOutcome {}

    /**
     * The relay may accept this e-mail later.
     *
     * @param status status of the relay's answer; null when there was none
     */
    record Deferred(@Nullable String status, String reason) implements DeliveryOutcome {}

    /** The relay will never accept this e-mail. */
    record Refused(MailFailure failure, @Nullable String status, String reason) implements DeliveryOutcome {}

    /** The e-mail must not be sent any more, or another worker has leased it. It was not passed to the relay. */
    record Needless() implements DeliveryOutcome {}

    /** The relay accepts no e-mails at the moment; it did not examine this one. */
    record Unavailable(String reason) implements DeliveryOutcome {}
}
