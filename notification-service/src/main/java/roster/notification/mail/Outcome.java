package roster.notification.mail;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MailFailure;

/** What became of one attempt to hand a letter to the relay. {@code reason} may quote the relay, and so the address. */
sealed interface Outcome {
    record Accepted() implements Outcome {}

    /**
     * This letter may pass later.
     *
     * @param status of the relay's answer; null when it gave none
     */
    record Deferred(@Nullable String status, String reason) implements Outcome {}

    /** This letter will never pass. */
    record Refused(MailFailure failure, @Nullable String status, String reason) implements Outcome {}

    /** Nobody is owed this letter any more, at least not by us. It has not been handed over. */
    record Needless() implements Outcome {}

    /** No letter passes at the moment; this one was not even looked at. */
    record Unavailable(String reason) implements Outcome {}
}
