package roster.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionUseTest {
    private static final Duration LIFE = Duration.ofHours(8);

    private final MockHttpSession session = new MockHttpSession();

    SessionUseTest() {
        session.setMaxInactiveInterval((int) LIFE.toSeconds());
    }

    private Duration leftAfter(String accept) {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        request.addHeader("Accept", accept);
        new SessionUse().preHandle(request, new MockHttpServletResponse(), this);
        return SessionUse.left(session);
    }

    @Test
    void a_page_begins_the_life_of_a_session_anew_and_a_stream_does_not() {
        assertThat(leftAfter("text/html")).isBetween(LIFE.minusMinutes(1), LIFE);

        session.setAttribute("usedAt", Instant.now().minus(Duration.ofHours(7)));
        assertThat(leftAfter("text/event-stream")).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        session.setAttribute("usedAt", Instant.now().minus(Duration.ofHours(9)));
        assertThat(leftAfter("text/event-stream")).isNegative();

        assertThat(leftAfter("*/*")).isBetween(LIFE.minusMinutes(1), LIFE);
    }
}
