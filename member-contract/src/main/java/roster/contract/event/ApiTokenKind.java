package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Kind of an API token, which determines its rights. */
public enum ApiTokenKind implements Word {
    /** The rights of its scopes, limited to its owner's current rights. */
    PERSONAL,
    /** Exactly the rights of its scopes, independent of its creator. */
    ORGANIZATION;

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static ApiTokenKind of(String value) {
        return Word.read(ApiTokenKind.class, value);
    }
}
