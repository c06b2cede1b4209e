package roster.notification.entry;

/** The cause of an e-mail. */
public sealed interface Occasion {
    /** A member is invited, or invited again. */
    record Invited() implements Occasion {}

    /** An invitation has expired, and its recipient requests a new one. */
    record Requested() implements Occasion {}

    /** The address of a member was changed. The e-mail goes to the previous address. */
    record AddressChanged() implements Occasion {}

    /** The value in the table. */
    default String value() {
        return switch (this) {
            case Invited _ -> "invited";
            case Requested _ -> "requested";
            case AddressChanged _ -> "address_changed";
        };
    }

    static Occasion of(String value) {
        return switch (value) {
            case "invited" -> new Invited();
            case "requested" -> new Requested();
            case "address_changed" -> new AddressChanged();
            default -> throw new IllegalArgumentException("no such occasion: " + value);
        };
    }
}
