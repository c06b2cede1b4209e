package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** To whom a letter about an invitation goes. */
public enum MailRecipient {
    @JsonProperty("invitee")
    INVITEE,
    @JsonProperty("inviter")
    INVITER
}
