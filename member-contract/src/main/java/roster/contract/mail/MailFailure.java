package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Reason why an e-mail could not be delivered. */
public enum MailFailure {
    /** The mailbox or domain does not exist. */
    @JsonProperty("unknown_address")
    UNKNOWN_ADDRESS,
    @JsonProperty("mailbox_full")
    MAILBOX_FULL,
    /** The recipient's mail server, or the relay, rejected it. */
    @JsonProperty("refused")
    REFUSED,
    /** All attempts until the invitation expired failed. */
    @JsonProperty("gave_up")
    GAVE_UP,
    /** The inviter, whom the e-mail names, was erased before it was sent. */
    @JsonProperty("inviter_erased")
    INVITER_ERASED,
    /** A mail server on the way does not support addresses with non-ASCII characters before the @ (SMTPUTF8, RFC 6531). */
    @JsonProperty("address_not_supported")
    ADDRESS_NOT_SUPPORTED
}
