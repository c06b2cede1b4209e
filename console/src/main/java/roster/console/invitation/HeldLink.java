package roster.console.invitation;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;

/** The token of an opened invitation link, kept in the session during sign-in. */
final class HeldLink {
    private static final String ATTRIBUTE = "invitationToken";

    private HeldLink() {}

    static Optional<String> in(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    static void hold(HttpSession session, String token) {
        session.setAttribute(ATTRIBUTE, token);
    }

    static void release(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
