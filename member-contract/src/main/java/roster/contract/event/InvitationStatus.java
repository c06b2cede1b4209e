package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Status of an invitation. Only a pending one can be accepted. */
public enum InvitationStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("revoked")
    REVOKED,
    @JsonProperty("expired")
    EXPIRED
}
