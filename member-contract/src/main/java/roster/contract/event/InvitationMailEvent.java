package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What became of the letters of an invitation. A stream beside the member's: whoever changes a member need not know of mail. */
public sealed interface InvitationMailEvent extends Event {
    UUID invitationId();

    UUID memberId();

    /** Which of the invitation's letters, counted from 1. */
    int issue();

    MailRecipient recipient();

    @Override
    default UUID aggregateId() {
        return invitationId();
    }

    /** The relay has taken it. What mail servers do after that, nobody can promise. */
    @StoredAs("invitation_mail.sent")
    record InvitationMailSent(UUID invitationId, UUID memberId, int issue, MailRecipient recipient) implements InvitationMailEvent {}

    /**
     * It has not left, and will not.
     *
     * @param status of the last answer: an SMTP reply code, and the enhanced one (RFC 3463) where there is one; null when nobody answered
     */
    @StoredAs("invitation_mail.failed")
    record InvitationMailFailed(UUID invitationId, UUID memberId, int issue, MailRecipient recipient, MailFailure failure,
            @Nullable String status) implements InvitationMailEvent {}
}
