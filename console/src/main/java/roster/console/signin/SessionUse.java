package roster.console.signin;

import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** The time at which the user of a session last did something. Streams, which pages open by themselves, do not keep a session alive. */
public final class SessionUse implements HandlerInterceptor {
    private static final String ATTRIBUTE = "usedAt";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var session = request.getSession(false);
        if (session != null && !isOfStream(request)) {
            session.setAttribute(ATTRIBUTE, Instant.now());
        }
        return true;
    }

    /** Time until the session ends unless the user does something; not positive when it has ended. */
    public static Duration left(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Instant usedAt
                ? Duration.ofSeconds(session.getMaxInactiveInterval()).minus(Duration.between(usedAt, Instant.now()))
                : Duration.ZERO;
    }

    static boolean isOfStream(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
