package roster.notification.ledger;

/** Somebody as they were called when the event was recorded. */
public record Person(String name, String email) {}
