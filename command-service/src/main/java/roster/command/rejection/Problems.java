package roster.command.rejection;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.EmailNotVerified;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.EventUnreadable;
import roster.command.rejection.Rejection.IdempotencyKeyReused;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationExpired;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LastAccount;
import roster.command.rejection.Rejection.LastAdmin;
import roster.command.rejection.Rejection.LimitReached;
import roster.command.rejection.Rejection.MemberAlreadyDeleted;
import roster.command.rejection.Rejection.MemberNotActive;
import roster.command.rejection.Rejection.MemberNotDeleted;
import roster.command.rejection.Rejection.MemberNotInvited;
import roster.command.rejection.Rejection.MemberNotSuspended;
import roster.command.rejection.Rejection.MemberUnreadable;
import roster.command.rejection.Rejection.NotFound;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.command.rejection.Rejection.RequestInFlight;
import roster.command.rejection.Rejection.RoleDiffers;
import roster.command.rejection.Rejection.SlugTaken;
import roster.command.rejection.Rejection.UnknownInvitation;
import roster.command.rejection.Rejection.UnknownInvitationMail;
import roster.command.rejection.Rejection.WrongAccount;
import roster.eventstore.UnreadableEvent;
import roster.eventstore.sealing.KeyLost;
import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/** Maps each {@link Rejection} to a problem detail. */
@RestControllerAdvice
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Rejected refused) {
        return response(refused.rejection());
    }

    static String code(Rejection rejection) {
        return ((Problem) Objects.requireNonNull(response(rejection).getBody())).code();
    }

    private static ResponseEntity<Object> response(Rejection rejection) {
        return switch (rejection) {
            case EmailTaken _ -> Problem.of(CONFLICT, "email-taken", "This address belongs to a member or to an open invitation.",
                    FieldError.pointer("/email", "belongs to a member or an invited person")).response();
            case SlugTaken _ -> Problem.of(CONFLICT, "slug-taken", "Another organization has this slug.",
                    FieldError.pointer("/slug", "already taken")).response();
            case LastAdmin _ -> Problem.of(CONFLICT, "last-admin", "The organization would be left without an active admin.").response();
            case AccountTaken _ -> Problem.of(CONFLICT, "account-taken", "This account belongs to another member of the organization.")
                    .response();
            case LastAccount _ -> Problem.of(CONFLICT, "last-account", "The member would be left without an account to sign in with.")
                    .response();
            case MemberNotActive _ -> Problem.of(CONFLICT, "member-not-active", "This requires an active member.").response();
            case MemberNotSuspended _ -> Problem.of(CONFLICT, "member-not-suspended", "Only a suspended member can be reactivated.")
                    .response();
            case MemberAlreadyDeleted _ -> Problem.of(CONFLICT, "member-deleted", "The member has been deleted.").response();
            case RoleDiffers(var current) -> Problem.of(CONFLICT, "role-differs", "The member has another role.",
                    FieldError.pointer("/role", "the role of the member is " + current.value())).response();
            case MemberUnreadable _ -> Problem.of(CONFLICT, "member-unreadable",
                    "The name or the address of the member can no longer be read.").response();
            case InvitationNotPending _ -> Problem.of(CONFLICT, "invitation-not-pending", "The invitation is not pending.").response();
            case MemberNotInvited _ -> Problem.of(CONFLICT, "member-not-invited", "The member has no open invitation.").response();
            case MemberNotDeleted _ -> Problem.of(CONFLICT, "member-not-deleted", "Only a deleted member can be erased.").response();
            case Invalid(var source, var name, var detail) -> Problem.of(UNPROCESSABLE_CONTENT).because(null, field(source, name, detail))
                    .response();
            case WrongAccount _ -> Problem.of(FORBIDDEN, "wrong-account", "The invitation was sent to another address.").response();
            case EmailNotVerified _ -> Problem.of(FORBIDDEN, "email-not-verified",
                    "The identity provider has not verified an e-mail address.").response();
            case NotFound _ -> Problem.of(NOT_FOUND).response();
            case UnknownInvitation _ -> Problem.of(NOT_FOUND).because(null,
                    FieldError.pointer("/token", "is not the token of an invitation")).response();
            case UnknownInvitationMail _ -> Problem.of(NOT_FOUND, "not-found", null,
                    FieldError.pointer("/memberId", "has no invitation e-mail with this invitationId and issue")).response();
            case InvitationExpired _ -> Problem.of(GONE, "invitation-expired", "The invitation has expired.").response();
            case InvitationNotExpired _ -> Problem.of(CONFLICT, "invitation-not-expired", "The invitation can still be accepted.")
                    .response();
            case InvitationEnded _ -> Problem.of(GONE, "invitation-ended", "The invitation is no longer open.").response();
            case PreconditionFailed it -> preconditionFailed(it).response();
            case IdempotencyKeyReused _ -> Problem.of(UNPROCESSABLE_CONTENT, "idempotency-key-reused", null,
                    FieldError.header("Idempotency-Key", "was used for another request")).response();
            case RequestInFlight _ -> Problem.of(CONFLICT, "request-in-flight", "A request with this Idempotency-Key is being carried out.",
                    FieldError.header("Idempotency-Key", "is in use")).response(Map.of("Retry-After", "1"));
            case EventUnreadable _ -> Problem.of(SERVICE_UNAVAILABLE, "unreadable-event",
                    "An event of this resource cannot be read. Nothing was recorded.").response(Map.of("Retry-After", "60"));
            case LimitReached(var limit, var retryAfter) -> Problem.of(TOO_MANY_REQUESTS, "limit-reached", limit)
                    .response(Map.of("Retry-After", Long.toString(seconds(retryAfter))));
        };
    }

    /** The aggregate does not exist, or has another type. */
    @ExceptionHandler({AggregateNotFoundException.class, IncompatibleAggregateException.class})
    ResponseEntity<Object> noSuchAggregate(Exception e) {
        return Problem.of(NOT_FOUND).response();
    }

    /** A JWT in the body cannot be checked, because the keys of its issuer cannot be fetched. */
    @ExceptionHandler
    ResponseEntity<Object> uncheckable(AuthenticationServiceException e) {
        log.warn("credentials cannot be checked: {}", e.getMessage());
        return Problem.of(SERVICE_UNAVAILABLE).because("The account cannot be checked now.").response(Map.of("Retry-After", "1"));
    }

    /** All attempts conflicted with concurrent commands. Nothing was recorded. */
    @ExceptionHandler
    ResponseEntity<Object> overtaken(ConcurrencyException e) {
        return Problem.of(SERVICE_UNAVAILABLE).because("There are too many concurrent commands.")
                .response(Map.of("Retry-After", "1"));
    }

    /** A data key is lost. Nothing was recorded. Only a restore of the key store helps. */
    @ExceptionHandler
    ResponseEntity<Object> unsealable(KeyLost e) {
        log.error("a command was rejected: {}", e.getMessage());
        return Problem.of(SERVICE_UNAVAILABLE).because("The data key of a member is lost. Nothing was recorded.")
                .response(Map.of("Retry-After", "60"));
    }

    /** An event of the aggregate cannot be read. Nothing was recorded. Only a release that can read it helps. */
    @ExceptionHandler
    ResponseEntity<Object> undecidable(UnreadableEvent e) {
        log.error("a command was rejected: {}", e.getMessage());
        return refused(new Rejected(new EventUnreadable()));
    }

    private static Problem preconditionFailed(PreconditionFailed it) {
        if (it.version() == null) {
            return Problem.of(PRECONDITION_FAILED, "precondition-failed", "A command that creates something cannot have a precondition.",
                    FieldError.header("If-Match", "must be absent"));
        }
        var current = FieldError.header("If-Match", "the version is \"" + it.version() + "\"");
        return Problem.of(PRECONDITION_FAILED, "precondition-failed", it.onlyWeak()
                ? "If-Match needs the ETag without W/: weak ETags never match."
                : "The current version is not one that If-Match names.", current);
    }

    /** Seconds, rounded up, so that a retry is not too early. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static FieldError field(Invalid.Source source, String name, String detail) {
        return switch (source) {
            case POINTER -> FieldError.pointer(name, detail);
            case PARAMETER -> FieldError.parameter(name, detail);
            case HEADER -> FieldError.header(name, detail);
        };
    }
}
