package roster.console.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** The last change of a session was lost when the event store was restored from a backup. */
@ConsoleTest
class LostChangeTest {
    private static final String PATH = "/of-a-lost-time";

    private final MockHttpSession session = new MockHttpSession();
    @Autowired private FakeServices services;
    @Autowired private Queries queries;

    @BeforeEach
    void changeSomething() {
        services.reset();
        var request = new MockHttpServletRequest();
        request.setSession(session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        LatestChange.remember(session, "42");
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void the_next_page_is_asked_for_without_it() {
        services.answer("GET", PATH, 400, """
                {"code":"invalid","status":400,"errors":[{"header":"Consistency-Token","detail":"is of a time that was lost"}]}""");

        assertThatExceptionOfType(ServiceRejected.class).isThrownBy(this::get);
        assertThatExceptionOfType(ServiceRejected.class).isThrownBy(this::get);

        assertThat(services.requests("GET", PATH)).extracting(it -> it.headers().getFirst("Consistency-Token"))
                .containsExactly("42", null, null);
    }

    private String get() {
        return queries.get(uri -> uri.path(PATH).build(), new ParameterizedTypeReference<>() {});
    }
}
