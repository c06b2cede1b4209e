package roster.command.rejection;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/** Reason why a command was not carried out. {@link Problems} defines the HTTP status of each. */
public sealed interface Rejection {
    /** The address belongs to a member or to an open invitation. */
    record EmailTaken() implements Rejection {}

    record SlugTaken() implements Rejection {}

    /** The organization would be left without an active admin. */
    record LastAdmin() implements Rejection {}

    /** The account at the identity provider belongs to another member of the organization. */
    record AccountTaken() implements Rejection {}

    /** The member would be left without an account to sign in with. */
    record LastAccount() implements Rejection {}

    record MemberNotActive() implements Rejection {}

    record MemberNotSuspended() implements Rejection {}

    record MemberAlreadyDeleted() implements Rejection {}

    /** The role that is to be confirmed is not the member's role. */
    record RoleDiffers(Role current) implements Rejection {}

    /** The name or the address of the member can no longer be read. */
    record MemberUnreadable() implements Rejection {}

    record InvitationNotPending() implements Rejection {}

    record MemberNotInvited() implements Rejection {}

    /** Only a deleted member can be erased. */
    record MemberNotDeleted() implements Rejection {}

    /** A well-formed value that violates a rule. {@code source} and {@code name} identify it. */
    record Invalid(Source source, String name, String detail) implements Rejection {
        public enum Source {
            POINTER,
            PARAMETER,
            HEADER
        }
    }

    /** The verified address is not the invited one. */
    record WrongAccount() implements Rejection {}

    /** The identity provider has not verified an address. */
    record EmailNotVerified() implements Rejection {}

    record NotFound() implements Rejection {}

    /** The token is not that of an invitation link. */
    record UnknownInvitation() implements Rejection {}

    /** No e-mail was sent with this member, invitation and issue. */
    record UnknownInvitationMail() implements Rejection {}

    record InvitationExpired(Instant at) implements Rejection {}

    /** The invitation can still be accepted. */
    record InvitationNotExpired() implements Rejection {}

    /** The invitation was accepted, declined, revoked, or replaced by a newer e-mail. */
    record InvitationEnded() implements Rejection {}

    /**
     * @param version  current version; null for a command that creates something
     * @param onlyWeak true when all ETags of the request are weak
     */
    record PreconditionFailed(@Nullable Long version, boolean onlyWeak) implements Rejection {}

    record IdempotencyKeyReused() implements Rejection {}

    record RequestInFlight() implements Rejection {}

    /** An event of the aggregate cannot be read. */
    record EventUnreadable() implements Rejection {}

    record LimitReached(String limit, Duration retryAfter) implements Rejection {}
}
