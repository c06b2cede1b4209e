package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an invitation stands. Only a pending one can be accepted. */
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
