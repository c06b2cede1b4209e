package roster.notification.entry;

/** Name and address of a person at the time of the event. */
public record Person(String name, String email) {}
