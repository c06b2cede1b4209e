package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who did it. {@code id} is a member's or a token's id, or the name of an operator. */
public record Actor(Kind kind, String id) {
    public enum Kind {
        @JsonProperty("member")
        MEMBER, @JsonProperty("token")
        TOKEN, @JsonProperty("operator")
        OPERATOR, @JsonProperty("system")
        SYSTEM
    }

    /** What Roster does by itself, such as letting an invitation expire. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "roster");
}
