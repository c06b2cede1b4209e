package roster.console.invitation;

import org.jspecify.annotations.Nullable;

import roster.console.service.Problem;

/**
 * What whoever opened a link is shown.
 *
 * @param invitation null when the link does not, or no longer, stand for one
 */
public record Landing(State state, @Nullable String token, @Nullable Invitation invitation, @Nullable Problem problem) {
    /** In templates by name. */
    public enum State {
        /** No link has been opened yet. */
        NO_LINK,
        UNKNOWN,
        EXPIRED,
        ENDED,
        /** Somebody has to sign in first. */
        SIGN_IN,
        WRONG_ACCOUNT,
        UNVERIFIED,
        /** The person at the screen can join. */
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

    static Landing of(State state, String token, Invitation invitation) {
        return new Landing(state, token, invitation, null);
    }

    /** Why the link does not lead in; with the invitation when it still stands. */
    static Landing refused(Problem problem, String token, @Nullable Invitation invitation) {
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
