package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Reason why an e-mail could not be delivered. */
public enum MailFailure implements Word {
    /** The mailbox or domain does not exist. */
    UNKNOWN_ADDRESS,
    MAILBOX_FULL,
    /** The recipient's mail server, or the relay, rejected it. */
    REFUSED,
    /** All attempts until the invitation expired failed. */
    GAVE_UP,
    /** The inviter, whom the e-mail names, was erased before it was sent. */
    INVITER_ERASED,
    /** A mail server on the way does not support addresses with non-ASCII characters before the @ (SMTPUTF8, RFC 6531). */
    ADDRESS_NOT_SUPPORTED;

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static MailFailure of(String value) {
        return Word.read(MailFailure.class, value);
    }
}
