package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a membership stands. */
public enum MemberStatus {
    @JsonProperty("invited")
    INVITED,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("deleted")
    DELETED
}
