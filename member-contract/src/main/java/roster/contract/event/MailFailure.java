package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a letter cannot be delivered, as far as a person can do something about it. */
public enum MailFailure {
    /** There is no such mailbox, or no such domain. */
    @JsonProperty("unknown_address")
    UNKNOWN_ADDRESS,
    @JsonProperty("mailbox_full")
    MAILBOX_FULL,
    /** The mail server of the recipient, or ours, does not want it. */
    @JsonProperty("refused")
    REFUSED,
    /** It was tried again and again until the invitation expired. */
    @JsonProperty("gave_up")
    GAVE_UP,
    /** Before it could leave; a letter says who invites. */
    @JsonProperty("inviter_erased")
    INVITER_ERASED
}
