package roster.console.page;

import java.util.Optional;

import roster.console.service.ServiceProblem;

/** Sentences for the problem codes of the services. */
final class ProblemWords {
    private ProblemWords() {}

    /** The services describe an unknown code themselves. */
    static String of(ServiceProblem problem) {
        return switch (String.valueOf(problem.code())) {
            case "email-taken" -> "A person with this address is already a member or invited.";
            case "slug-taken" -> "Another organization has this short name. Choose another one.";
            case "account-taken" -> "This account already belongs to a member of this organization. Use another account, or go on as that member.";
            case "last-account" -> "This is the only account that the member can sign in with.";
            case "last-admin" -> "An organization needs an active admin, and this is the last one. Make another member an admin first.";
            case "member-not-active" -> "This member is no longer active. Only an active member can be suspended.";
            case "member-not-suspended" -> "This member is no longer suspended.";
            case "member-not-invited" -> "This member has already joined, or the invitation has ended. There is nothing to send.";
            case "member-not-deleted" -> "This member is not deleted. Only a deleted member can be erased.";
            case "member-deleted" -> "This member has been deleted in the meantime.";
            case "role-differs" -> "This member has another role by now. Look at the role again before you confirm it.";
            case "member-unreadable" -> "The name or the address of this member can no longer be read. Delete the member and invite them again.";
            case "invitation-not-pending" -> "This invitation has already been accepted, or it has ended.";
            case "invitation-not-expired" -> "This invitation has not expired. You can still accept it.";
            case "invitation-expired" -> "This invitation has expired. Ask for a new one.";
            case "invitation-ended" -> "This invitation was accepted, declined or revoked, or a newer e-mail has replaced it.";
            case "wrong-account" -> "The invitation was sent to another address than that of your account.";
            case "email-not-verified" -> "The address of your account has not been verified.";
            case "precondition-failed" -> "This was changed by another user in the meantime. The current state is shown now. Please decide again.";
            case "request-in-flight" -> "This is already being carried out. Wait a moment and try again: your change is made only once.";
            case "idempotency-key-reused" -> "This form has been sent before, with other values. Close it to see the result.";
            case "unauthenticated" -> "Your sign-in is no longer accepted. Sign out and sign in again.";
            case "forbidden" -> "You don't have permission to do this.";
            case "not-found" -> "This does not exist any more.";
            case "request-timeout" -> "The request did not arrive in time. Try again: your change is made only once.";
            case "content-too-large", "uri-too-long", "headers-too-large" -> "This is too long. Shorten it and try again.";
            case "too-many-requests" -> "Too many requests. Wait a moment and try again.";
            case "limit-reached" -> "A limit is reached. " + described(problem, "Try again later");
            case "method-not-allowed", "not-acceptable", "unsupported-media-type",
                    "internal" -> "Something went wrong in Roster, and was logged. Try again: your change is made only once.";
            case "unreadable-event" -> "Roster cannot read its record of this. Nothing was changed. Please tell its operator.";
            case "unavailable" -> "Roster is temporarily unavailable. Try again: your change is made only once.";
            default -> described(problem, "Roster rejected this");
        };
    }

    private static String described(ServiceProblem problem, String otherwise) {
        return sentence(Optional.ofNullable(problem.detail()).or(problem::firstError).filter(it -> !it.isBlank()).orElse(otherwise));
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + (detail.endsWith(".") ? "" : ".");
    }
}
