package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Status of an invitation. Only a pending one can be accepted. */
public enum InvitationStatus implements Word {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED;

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static InvitationStatus of(String value) {
        return Word.read(InvitationStatus.class, value);
    }
}
