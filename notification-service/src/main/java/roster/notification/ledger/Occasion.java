package roster.notification.ledger;

/** The cause of an e-mail. */
public sealed interface Occasion {
    /** A member is invited, or invited again. */
    record Invited() implements Occasion {}

    /** An invitation has expired, and its recipient requests a new one. */
    record Requested() implements Occasion {}

    /** The value in the table. */
    default String value() {
        return switch (this) {
            case Invited _ -> "invited";
            case Requested _ -> "requested";
        };
    }

    static Occasion of(String value) {
        return value.equals("requested") ? new Requested() : new Invited();
    }
}
