package roster.command.rejection;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Why a command was not carried out. A closed set: each has its HTTP status in {@link Problems}. */
public sealed interface Rejection {
    /** Somebody with this address is a member already, or invited. */
    record EmailTaken() implements Rejection {}

    record SlugTaken() implements Rejection {}

    /** It would leave the organization without an active admin. */
    record LastAdmin() implements Rejection {}

    /** The member is not in a state for this. */
    record Conflict(String detail) implements Rejection {}

    record InvitationNotPending() implements Rejection {}

    record MemberNotInvited() implements Rejection {}

    /** Only who has ceased to be a member is erased. */
    record MemberNotDeleted() implements Rejection {}

    /** A value that is well-formed and breaks a rule. {@code header} or {@code pointer} names where it came from. */
    record Invalid(Source source, String name, String detail) implements Rejection {
        public enum Source {
            POINTER,
            PARAMETER,
            HEADER
        }
    }

    /** The verified address is not the invited one. */
    record WrongAccount() implements Rejection {}

    /** The identity provider does not vouch for any address. */
    record EmailNotVerified() implements Rejection {}

    record NotFound() implements Rejection {}

    /** The token of a link that we never wrote. */
    record UnknownInvitation() implements Rejection {}

    record InvitationExpired(Instant at) implements Rejection {}

    /** The one that there is can still be accepted. */
    record InvitationNotExpired() implements Rejection {}

    /** Accepted, declined, revoked, or replaced by a newer letter. */
    record InvitationEnded() implements Rejection {}

    /** @param version that the member has; null for what is not there yet */
    record PreconditionFailed(@Nullable Long version) implements Rejection {}

    record IdempotencyKeyReused() implements Rejection {}

    record RequestInFlight() implements Rejection {}

    record LimitReached(String limit, Duration retryAfter) implements Rejection {}
}
