package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Status of a membership. */
public enum MemberStatus implements Word {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DELETED;

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static MemberStatus of(String value) {
        return Word.read(MemberStatus.class, value);
    }
}
