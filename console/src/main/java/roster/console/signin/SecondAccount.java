package roster.console.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import roster.console.signin.account.SignedIn;

/**
 * An account that the user of a session has proven beside the one of the session, until it is linked.
 *
 * @param holder name of the user who has proven it
 */
public record SecondAccount(SignedIn account, String holder) {
    private static final String ATTRIBUTE = "secondAccount";

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The account that this user has proven last. */
    public static Optional<SignedIn> of(SignedIn holder, HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof SecondAccount it && it.holder.equals(holder.getName()) ? Optional.of(it.account)
                : Optional.empty();
    }

    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
