package roster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.command.BadRequest.GOOD;
import static roster.command.BadRequest.MEMBERS;
import static roster.command.BadRequest.address;
import static roster.command.BadRequest.invitation;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import roster.command.Client.Response;

/** Invalid requests are answered with a problem that names the invalid part and contains no internal details. */
@ServiceTest
class BadInputTest {
    @Autowired private Client client;

    @BeforeAll
    static void register(@Autowired Client client) {
        assertThat(client.register("bad-input").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource({"roster.command.BadRequest#bodies", "roster.command.BadRequest#names", "roster.command.BadRequest#addresses",
            "roster.command.BadRequest#otherFields", "roster.command.BadRequest#requests"})
    void is_answered_with_a_problem_that_names_it(BadRequest bad) {
        var answer = client.send(bad.method(), bad.path(), bad.body(), bad.headers().toArray(String[]::new));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(bad.status());
        assertProblem(answer);
        if (bad.wrong() != null) {
            assertThat(answer.body().path("errors").valueStream().map(BadInputTest::named)).contains(bad.wrong());
        }
    }

    private static String named(JsonNode error) {
        assertThat(error.path("detail").asString()).isNotEmpty();
        return Stream.of("pointer", "parameter", "header").map(error::get).filter(it -> it != null).findFirst().orElseThrow().asString();
    }

    static void assertProblem(Response answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/status")).isEqualTo(String.valueOf(answer.status()));
        assertThat(answer.text("/type")).isEqualTo("urn:roster:problem:" + answer.code());
        assertThat(answer.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(answer.text("/title")).isNotEmpty();
        assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.raw()).doesNotContainIgnoringCase("exception", "\"trace\"", "roster.command", "org.spring", "java.", "jackson",
                "select ", "insert ", "constraint", "string", "enum", "boolean", "regexp", "must match");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var answer = client.post(MEMBERS, "{\"name\": \"\", \"email\": \"grace\", \"reason\": \"\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").valueStream().map(BadInputTest::named))
                .containsExactlyInAnyOrder("/email", "/name", "/reason", "/role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr, de", "de-DE", "ar", "*", ""})
    void is_explained_in_english_whatever_language_is_preferred(String languages) {
        var body = "{\"slug\": \"a\", \"admin\": {\"email\": \"a@b.example\"}}";

        var answer = client.post("/organizations", body, "Accept-Language", languages);

        assertThat(answer.body().path("errors").valueStream().map(it -> it.path("detail").asString()))
                .containsExactlyInAnyOrder("must not be null", "must not be null", "must have 2 to 32 characters");
    }

    @Test
    void text_that_is_no_unicode_is_refused() {
        var answer = client.send("POST", MEMBERS, GOOD.replace("Grace", "Gr\u00e4ce").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer);
    }

    @Test
    void an_organization_is_no_member_of_itself() {
        var organization = client.register("not-a-member").text("/organizationId");

        var answer = client.post("/organizations/not-a-member/members/" + organization + "/suspend", null);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(404);
        assertProblem(answer);
    }

    @Test
    void a_request_that_is_not_answered_as_wished_has_done_nothing() {
        var body = GOOD.replace("grace@", "unwished@");

        assertThat(client.post(MEMBERS, body, "Accept", "text/html").status()).isEqualTo(406);
        assertThat(client.post(MEMBERS, body).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void what_is_only_unusual_is_taken(String name, String email) {
        var answer = client.post(MEMBERS, invitation("\"" + name + "\"", "\"" + email + "\"", "\"developer\""));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(201);
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("<script>alert(1)</script>", "script@navy.example"),
                Arguments.of("x".repeat(64), "long-name@navy.example"),
                Arguments.of("\ud835\udd4f".repeat(64), "other-plane@navy.example"),
                Arguments.of("\u0627\u0628\u0646 \u0633\u064a\u0646\u0627", "avicenna@navy.example"),
                Arguments.of("O'Brien; drop table", "o'brien+tag@navy.example"),
                Arguments.of("Zo\u00eb", "zo\u00eb@b\u00fccher.example"),
                Arguments.of("Longest", address(254)));
    }
}
