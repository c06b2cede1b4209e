package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose rights an API token has. */
public enum ApiTokenKind {
    /** As much of its owner's rights as its scopes cover, as long as the owner has them. */
    @JsonProperty("personal")
    PERSONAL,
    /** Exactly those of its scopes, whoever created it. */
    @JsonProperty("organization")
    ORGANIZATION
}
