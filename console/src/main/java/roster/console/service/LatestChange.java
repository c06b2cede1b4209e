package roster.console.service;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The last change that was made in a session, by its consistency token, so that the pages that follow show it. */
final class LatestChange {
    private static final String ATTRIBUTE = "consistencyToken";

    private LatestChange() {}

    static Optional<String> in(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    /** Two tabs may change something at once; what counts is the later of it, in whichever order the answers arrive. */
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
