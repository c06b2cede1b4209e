package roster.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestHeadTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/members");

    private String wrong() {
        return RequestHead.wrongPart(request)
                .map(it -> it.status().value() + " " + (it.header() == null ? it.parameter() : it.header())).orElse("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\u0007", "\u007f", "\u0085", "\u00c9", "\u00ef\u00bc\u0095", "\u2013"})
    void a_header_that_is_not_visible_ascii_is_named(String value) {
        request.addHeader("if-match", value);

        assertThat(wrong()).isEqualTo("400 If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"3\"", "a\tb", "wait = 5, x; y=\"~\""})
    void any_other_value_is_left_to_those_who_read_it(String value) {
        request.addHeader("Prefer", value);

        assertThat(wrong()).isEqualTo("nothing");
    }

    @Test
    void cookies_of_other_sites_are_not_looked_at() {
        request.addHeader("Cookie", "name=Zo\u00eb");

        assertThat(wrong()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "On-Behalf-Of", "Idempotency-Key", "If-Match", "Consistency-Token"})
    void what_can_only_be_meant_once_is_named_when_it_is_given_twice(String name) {
        request.addHeader(name, "1");
        assertThat(wrong()).isEqualTo("nothing");

        request.addHeader(name, "1");
        assertThat(wrong()).isEqualTo("400 " + name);
    }

    @Test
    void a_list_may_be_given_in_parts() {
        request.addHeader("Prefer", "wait=1");
        request.addHeader("Prefer", "respond-async");

        assertThat(wrong()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/*", "application/*+json", "*", "*/*; charset=utf-8"})
    void a_content_type_with_a_wildcard_is_unsupported(String type) {
        request.addHeader("Content-Type", type);

        assertThat(wrong()).isEqualTo("415 Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "application/json;", "application/vnd.x+json; charset=utf-8", "json"})
    void any_other_is_left_to_those_who_read_the_body(String type) {
        request.addHeader("Content-Type", type);

        assertThat(wrong()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%f", "%zz", "%ff", "%c3", "%c0%80", "%c0%af", "%ed%a0%80", "%f4%90%80%80"})
    void what_is_not_percent_encoded_utf8_is_named(String text) {
        request.setQueryString("status=active&q=" + text + "&limit=1");
        assertThat(wrong()).isEqualTo("400 q");

        request.setQueryString(text + "=1");
        assertThat(wrong()).isEqualTo("400 " + text);

        request.setQueryString(null);
        request.setRequestURI("/organizations/" + text);
        assertThat(wrong()).isEqualTo("400 null");
    }

    @Test
    void every_other_text_can_be_asked_for() {
        request.setQueryString("q=Zo%c3%ab+%F0%9F%92%A5&x%00&=&&y==");

        assertThat(wrong()).isEqualTo("nothing");
    }
}
