package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Recipient of an invitation e-mail. */
public enum MailRecipient {
    @JsonProperty("invitee")
    INVITEE,
    @JsonProperty("inviter")
    INVITER
}
