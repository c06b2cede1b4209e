package roster.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.request.RawHttp;

/** The path, query and headers of a request: what is wrong in them is named, before a controller is called. */
@ServiceTest
class HeadTest {
    @Autowired private Client client;

    private String post(String path, String... headers) throws IOException {
        var odd = String.join("\r\n", headers);
        return RawHttp.exchange(client.port(), "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
                + (odd.contains("Authorization") ? "" : "Authorization: Bearer " + FreshDatabase.OPERATOR_TOKEN + "\r\n")
                + (odd.contains("Content-Type") ? "" : "Content-Type: application/json\r\n")
                + odd + (odd.isEmpty() ? "" : "\r\n") + "\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "Idempotency-Key", "On-Behalf-Of", "Authorization", "Content-Type", "Prefer", "Accept"})
    void a_header_that_is_not_visible_ascii_is_named(String name) throws IOException {
        for (var value : new String[]{"\uff15", "\u2013", "\u00c9", "\u0080"}) {
            var utf8 = new String(value.getBytes(UTF_8), ISO_8859_1);

            assertThat(post("/organizations", name + ": " + utf8)).startsWith("HTTP/1.1 400").contains("application/problem+json",
                    "\"code\":\"invalid\"", "{\"header\":\"" + name + "\",\"detail\":\"must consist of visible ASCII characters\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/*", "application/*+json"})
    void so_is_a_content_type_that_is_not_one(String type) throws IOException {
        assertThat(post("/organizations", "Content-Type: " + type)).startsWith("HTTP/1.1 415")
                .contains("{\"header\":\"Content-Type\",\"detail\":\"must be one media type\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "json", "application/json; charset=x"})
    void so_is_one_that_this_api_does_not_read(String type) throws IOException {
        assertThat(post("/organizations", "Content-Type: " + type)).startsWith("HTTP/1.1 415")
                .contains("{\"header\":\"Content-Type\",\"detail\":\"must be application/json\"}");
    }

    @ParameterizedTest
    @CsvSource({"If-Match,\"1\"", "Idempotency-Key,k", "On-Behalf-Of,x", "Authorization,Bearer x", "Content-Type,application/json"})
    void so_is_a_header_that_is_given_twice(String name, String value) throws IOException {
        assertThat(post("/organizations", name + ": " + value, name.toLowerCase(Locale.ROOT) + ": " + value))
                .startsWith("HTTP/1.1 400").contains("{\"header\":\"" + name + "\",\"detail\":\"is given more than once\"}");
    }

    @ParameterizedTest
    @CsvSource({"x%00=1,x\\u0000", "%c2%85=1,\u0085", "%EF%BC%95=1,\uff15", "%ff=1,%ff", "q=%c0%80,q", "reason=%zz,reason",
            "q=%ed%a0%80,q"})
    void so_is_a_parameter(String query, String named) throws IOException {
        assertThat(post("/organizations?" + query)).startsWith("HTTP/1.1 400").contains("\"errors\":[{\"parameter\":\"" + named + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c0%af", "%ed%a0%80"})
    void a_path_that_is_not_utf8_is_refused(String path) throws IOException {
        assertThat(post("/organizations/" + path + "/members")).startsWith("HTTP/1.1 400").contains("\"code\":\"invalid\"");
    }

    @Test
    void a_path_or_a_query_that_is_too_long_is_refused() throws IOException {
        for (var path : new String[]{"/organizations/" + "x".repeat(9_000), "/organizations?x=" + "x".repeat(9_000)}) {
            assertThat(post(path)).startsWith("HTTP/1.1 414")
                    .contains("application/problem+json", "\"code\":\"uri-too-long\"", "X-Request-ID");
        }
    }

    @Test
    void so_are_headers() throws IOException {
        for (var headers : new String[]{"X-Long: " + "x".repeat(9_000), "x".repeat(9_000) + ": 1",
                "X-Many: 1\r\n".repeat(200) + "X-Last: 1"}) {
            assertThat(post("/organizations", headers)).startsWith("HTTP/1.1 431")
                    .contains("application/problem+json", "\"code\":\"headers-too-large\"", "X-Request-ID");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080"})
    void so_is_a_body(String bytes) {
        var answer = client.send("POST", "/organizations", ("{\"slug\": \"" + bytes + "\", \"name\": \"Acme\"}").getBytes(ISO_8859_1));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid");
    }
}
