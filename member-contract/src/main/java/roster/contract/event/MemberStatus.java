package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Status of a membership. */
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
