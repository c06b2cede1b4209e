package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who did it. {@code id} is a member's or a token's id, or the name of an operator. */
public record Actor(Kind kind, String id) {
    public enum Kind {
        MEMBER("member"),
        TOKEN("token"),
        OPERATOR("operator"),
        SYSTEM("system");

        private final String value;

        Kind(String value) {
            this.value = value;
        }

        @JsonValue
        public String value() {
            return value;
        }
    }

    /** What Roster does by itself, such as letting an invitation expire. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "roster");
}
