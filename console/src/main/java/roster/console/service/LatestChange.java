package roster.console.service;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Consistency token of the last change in a session, so that the next pages include it. */
final class LatestChange {
    private static final String ATTRIBUTE = "consistencyToken";

    private LatestChange() {}

    static Optional<String> in(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Stores the token if it is newer: responses of two tabs may arrive in any order. */
    static void remember(HttpSession session, @Nullable String token) {
        if (token == null) {
            return;
        }
        synchronized (session.getId().intern()) {
            if (in(session).map(Long::parseLong).orElse(-1L) < Long.parseLong(token)) {
                session.setAttribute(ATTRIBUTE, token);
            }
        }
    }
}
