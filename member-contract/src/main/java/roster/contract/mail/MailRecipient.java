package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Recipient of an invitation e-mail. */
public enum MailRecipient implements Word {
    INVITEE,
    INVITER;

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static MailRecipient of(String value) {
        return Word.read(MailRecipient.class, value);
    }
}
