package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kind of an API token, which determines its rights. */
public enum ApiTokenKind {
    /** The rights of its scopes, limited to its owner's current rights. */
    @JsonProperty("personal")
    PERSONAL,
    /** Exactly the rights of its scopes, independent of its creator. */
    @JsonProperty("organization")
    ORGANIZATION
}
