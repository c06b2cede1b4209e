package roster.console.invitation;

import org.jspecify.annotations.Nullable;

import roster.console.service.ServiceProblem;

/**
 * Landing page of an invitation link.
 *
 * @param invitation null when the link is not, or no longer, valid
 */
public record Landing(State state, @Nullable String token, @Nullable LinkedInvitation invitation, @Nullable ServiceProblem problem) {
    /** State of the page. Templates use the names. */
    public enum State {
        /** No link was opened yet. */
        NO_LINK,
        UNKNOWN,
        EXPIRED,
        ENDED,
        /** The user has to sign in first. */
        SIGN_IN,
        WRONG_ACCOUNT,
        UNVERIFIED,
        /** The user can join. */
        READY,
        REFUSED,
        ASKED_AGAIN,
        DECLINED
    }

    static Landing noLink() {
        return new Landing(State.NO_LINK, null, null, null);
    }

    static Landing of(State state, String token) {
        return new Landing(state, token, null, null);
    }

    static Landing of(State state, String token, LinkedInvitation invitation) {
        return new Landing(state, token, invitation, null);
    }

    /** The page for a rejected command, with the invitation if it is still pending. */
    static Landing refused(ServiceProblem problem, String token, @Nullable LinkedInvitation invitation) {
        var state = switch (String.valueOf(problem.code())) {
            case "not-found", "invalid" -> State.UNKNOWN;
            case "invitation-expired" -> State.EXPIRED;
            case "invitation-ended" -> State.ENDED;
            case "wrong-account" -> State.WRONG_ACCOUNT;
            case "email-not-verified" -> State.UNVERIFIED;
            default -> State.REFUSED;
        };
        return new Landing(state, token, invitation, problem);
    }
}
