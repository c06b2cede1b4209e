package roster.contract.event;

import roster.contract.word.Word;

/** The author of an event. {@code id} is a member's or a token's id, or the name of an operator. */
public record Actor(Kind kind, String id) {
    public enum Kind implements Word {
        MEMBER,
        TOKEN,
        OPERATOR,
        SYSTEM;
    }

    /** Roster itself, for example when an invitation expires. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "roster");
}
