package roster.notification.mail;

/** What became of one attempt to hand a letter to the relay. {@code reason} may quote the relay, and so the address. */
sealed interface Outcome {
    record Accepted() implements Outcome {}

    /** This letter may pass later. */
    record Deferred(String reason) implements Outcome {}

    /** This letter will never pass. */
    record Refused(String reason) implements Outcome {}

    /** No letter passes at the moment; this one was not even looked at. */
    record Unavailable(String reason) implements Outcome {}
}
