package roster.notification.ledger;

/** Why a letter is owed. */
public sealed interface Occasion {
    /** Somebody is invited, or invited again. */
    record Invited() implements Occasion {}

    /** An invitation has expired, and whoever got it asks for another. */
    record Requested() implements Occasion {}

    /** The name in the ledger. */
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
