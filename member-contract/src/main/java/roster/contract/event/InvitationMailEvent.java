package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;

/** Delivery results of an invitation's e-mails. A separate stream, so that a result does not change the version of the member. */
public sealed interface InvitationMailEvent extends Event {
    UUID invitationId();

    UUID memberId();

    /** Number of the e-mail, counted from 1 per invitation. */
    int issue();

    MailRecipient recipient();

    @Override
    default UUID aggregateId() {
        return invitationId();
    }

    /** The relay has accepted the e-mail. Later failures of mail servers are unknown. */
    @StoredAs("invitation_mail.sent")
    record InvitationMailSent(UUID invitationId, UUID memberId, int issue, MailRecipient recipient) implements InvitationMailEvent {}

    /**
     * The e-mail could not be delivered.
     *
     * @param status last SMTP reply code, followed by the enhanced status code (RFC 3463) if there is one; null when there was no reply
     */
    @StoredAs("invitation_mail.failed")
    record InvitationMailFailed(UUID invitationId, UUID memberId, int issue, MailRecipient recipient, MailFailure failure,
            @Nullable String status) implements InvitationMailEvent {}
}
