package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** The author of an event. {@code id} is a member's or a token's id, or the name of an operator. */
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

    /** Roster itself, for example when an invitation expires. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "roster");
}
