package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import roster.command.Client.Response;

/** Whatever is sent, the answer is a problem that names the part that is wrong, and nothing of our insides. */
@ServiceTest
class BadInputTest {
    private static final String MEMBERS = "/organizations/bad-input/members";
    private static final String SOMEBODY = MEMBERS + "/01980a5c-0000-7000-8000-000000000001";
    private static final String GOOD = invitation("\"Grace Hopper\"", "\"grace@navy.example\"", "\"developer\"");

    @Autowired
    private Client client;

    @BeforeAll
    static void register(@Autowired Client client) {
        assertThat(client.register("bad-input").status()).isEqualTo(201);
    }

    /** @param wrong the pointer, parameter or header that the problem must name; null when there is none to name */
    record Bad(String what, String method, String path, String body, int status, String wrong, String... headers) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static String invitation(String name, String email, String role) {
        return "{\"name\": %s, \"email\": %s, \"role\": %s}".formatted(name, email, role);
    }

    private static Bad name(String what, String name) {
        return new Bad("a name " + what, "POST", MEMBERS, invitation(name, "\"grace@navy.example\"", "\"developer\""), 400, "/name");
    }

    private static Bad email(String what, String email) {
        return new Bad("an address " + what, "POST", MEMBERS, invitation("\"Grace\"", email, "\"developer\""), 400, "/email");
    }

    private static Bad role(String what, String role) {
        return new Bad("a role " + what, "POST", MEMBERS, invitation("\"Grace\"", "\"grace@navy.example\"", role), 400, "/role");
    }

    private static Bad body(String what, String body, String wrong) {
        return new Bad(what, "POST", MEMBERS, body, 400, wrong);
    }

    private static Bad header(String name, String value, int status) {
        return new Bad(name + ": " + value, "POST", MEMBERS, GOOD, status, name, name, value);
    }

    private static Bad reason(String what, String reason) {
        return new Bad("a reason " + what, "POST", SOMEBODY + "/suspend", "{\"reason\": " + reason + "}", 400, "/reason");
    }

    private static Bad slug(String slug) {
        return new Bad("the slug " + slug, "POST", "/organizations", """
                {"slug": %s, "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example"}}""".formatted(slug), 400, "/slug");
    }

    private static Bad acceptance(String what, String body, String wrong) {
        return new Bad(what, "POST", "/invitations/accept", body, 400, wrong);
    }

    static Stream<Bad> bodies() {
        return Stream.of(
                body("no body", "", ""),
                body("blanks", "  ", ""),
                body("null", "null", ""),
                body("a list", "[]", ""),
                body("a text", "\"Grace\"", ""),
                body("a number", "42", ""),
                body("broken JSON", "{\"name\": \"Grace\"", "/name"),
                body("JSON with something after it", GOOD + " {}", ""),
                body("a field that we do not know", GOOD.replace("\"role\"", "\"nickname\": \"Amazing\", \"role\""), "/nickname"),
                body("a field that is said twice", GOOD.replace("\"role\"", "\"name\": \"Ada\", \"role\""), "/name"),
                body("deep nesting", "{\"name\": " + "[".repeat(5000), "/name"));
    }

    static Stream<Bad> names() {
        return Stream.of(
                name("that is null", "null"),
                name("that is a number", "5"),
                name("that is a truth", "true"),
                name("that is an object", "{}"),
                name("that is a list", "[\"Grace\"]"),
                name("that is empty", "\"\""),
                name("of blanks", "\"  \""),
                name("of 65 characters", "\"" + "x".repeat(65) + "\""),
                name("of 65 characters outside the basic plane", "\"" + "\ud835\udd4f".repeat(65) + "\""),
                name("of two megabytes", "\"" + "x".repeat(2 << 20) + "\""),
                name("with a line feed", "\"Grace\\nBcc: all@navy.example\""),
                name("with a carriage return", "\"Grace\\r\\nHopper\""),
                name("that ends with a line feed", "\"Grace\\n\""),
                name("with a line separator", "\"Grace\\u2028Hopper\""),
                name("with a zero byte", "\"Grace\\u0000\""),
                name("with an override of direction", "\"Grace \\u202egnp.exe\""),
                name("with an isolate", "\"Grace \\u2066Hopper\""),
                name("with half a character", "\"Grace \\ud800\""),
                name("with a link", "\"Win at HTTPS://evil.example\""));
    }

    static Stream<Bad> addresses() {
        return Stream.of(
                email("that is null", "null"),
                email("that is a number", "1"),
                email("that is empty", "\"\""),
                email("without an @", "\"grace\""),
                email("without a local part", "\"@navy.example\""),
                email("without a domain", "\"grace@\""),
                email("with an empty label", "\"grace@navy..example\""),
                email("with a hyphen at the edge", "\"grace@-navy.example\""),
                email("that is two", "\"grace@navy.example, ada@acme.example\""),
                email("that is two with a semicolon", "\"grace@navy.example;ada@acme.example\""),
                email("that is two with a blank", "\"grace@navy.example ada@acme.example\""),
                email("with a name", "\"Grace <grace@navy.example>\""),
                email("with a quoted local part", "\"\\\"grace hopper\\\"@navy.example\""),
                email("with a line feed", "\"grace@navy.example\\nBcc: all@navy.example\""),
                email("with a zero byte", "\"gr\\u0000ace@navy.example\""),
                email("with an override of direction", "\"gr\\u202eace@navy.example\""),
                email("with a local part of 65 characters", "\"" + "x".repeat(65) + "@navy.example\""),
                email("of 255 characters", "\"" + address(255) + "\""));
    }

    private static String address(int length) {
        var address = "x".repeat(64) + "@" + ("y".repeat(60) + ".").repeat(3);
        return address + "z".repeat(length - address.length());
    }

    static Stream<Bad> otherFields() {
        return Stream.of(
                role("that is null", "null"),
                role("that we do not know", "\"owner\""),
                role("in capitals", "\"ADMIN\""),
                role("that is a number", "1"),
                role("that is a list", "[\"admin\"]"),
                new Bad("no role", "PUT", SOMEBODY + "/role", "{}", 400, "/role"),
                reason("that is empty", "\"\""),
                reason("that is a number", "7"),
                reason("of 501 characters", "\"" + "x".repeat(501) + "\""),
                reason("with a line feed", "\"a\\nb\""),
                reason("with a zero byte", "\"a\\u0000b\""),
                reason("with half a character", "\"a\\ud800\""),
                new Bad("a reason in the query of 501 characters", "DELETE", SOMEBODY + "?reason=" + "x".repeat(501), "", 400, "reason"),
                new Bad("an empty reason in the query", "DELETE", SOMEBODY + "?reason=", "", 400, "reason"),
                new Bad("a reason with a line feed in the query", "DELETE", SOMEBODY + "?reason=a%0Ab", "", 400, "reason"),
                slug("null"), slug("\"a\""), slug("\"Acme\""), slug("\"-acme\""), slug("\"ac--me\""), slug("\"acme/x\""),
                slug("\"" + "a".repeat(33) + "\""), slug("\"01980a5c-0000-7000-8000-000000000001\""),
                new Bad("no admin", "POST", "/organizations", "{\"slug\": \"acme\", \"name\": \"Acme\"}", 400, "/admin"),
                new Bad("a bad name of the admin", "POST", "/organizations", """
                        {"slug": "acme", "name": "Acme", "admin": {"name": "", "email": "ada@acme.example"}}""", 400, "/admin/name"),
                new Bad("an unknown field of the admin", "POST", "/organizations", """
                        {"slug": "acme", "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example", "role": "admin"}}""",
                        400, "/admin/role"),
                acceptance("no token", "{\"verifiedEmail\": \"a@acme.example\"}", "/token"),
                acceptance("an empty token", "{\"token\": \"\", \"verifiedEmail\": \"a@acme.example\"}", "/token"),
                acceptance("an endless token", "{\"token\": \"" + "x".repeat(513) + "\", \"verifiedEmail\": \"a@acme.example\"}", "/token"),
                acceptance("no verified address", "{\"token\": \"x\"}", "/verifiedEmail"),
                acceptance("a verified address that is none", "{\"token\": \"x\", \"verifiedEmail\": \"ada\"}", "/verifiedEmail"),
                acceptance("an identity without a subject", """
                        {"token": "x", "verifiedEmail": "a@acme.example", "identity": {"provider": "github"}}""", "/identity/subject"),
                acceptance("an identity with a zero byte", """
                        {"token": "x", "verifiedEmail": "a@acme.example", "identity": {"provider": "github", "subject": "1\\u0000"}}""",
                        "/identity/subject"),
                acceptance("an identity with half a character", """
                        {"token": "x", "verifiedEmail": "a@acme.example", "identity": {"provider": "\\ud800", "subject": "1"}}""",
                        "/identity/provider"),
                new Bad("declining without a token", "POST", "/invitations/decline", "{}", 400, "/token"));
    }

    static Stream<Bad> requests() {
        return Stream.of(
                header("On-Behalf-Of", "Ada", 400),
                header("On-Behalf-Of", "", 400),
                header("On-Behalf-Of", UUID.randomUUID().toString(), 422),
                header("If-Match", "3", 400),
                header("If-Match", "W/\"3\"", 400),
                header("If-Match", "\"3\", \"4\"", 400),
                header("If-Match", "\"three\"", 400),
                header("If-Match", "\"9999999999999999999\"", 400),
                header("Idempotency-Key", "", 400),
                header("Idempotency-Key", "a b", 400),
                header("Idempotency-Key", "x".repeat(256), 400),
                new Bad("an unknown parameter", "POST", MEMBERS + "?dryRun=true", GOOD, 400, "dryRun"),
                new Bad("an unknown parameter beside a known one", "DELETE", SOMEBODY + "?reason=x&force=1", "", 400, "force"),
                new Bad("a text", "POST", MEMBERS, GOOD, 415, null, "Content-Type", "text/plain"),
                new Bad("a form", "POST", MEMBERS, "name=Grace", 415, null, "Content-Type", "application/x-www-form-urlencoded"),
                new Bad("XML", "POST", MEMBERS, "<name/>", 415, null, "Content-Type", "application/xml"),
                new Bad("a content type that is none", "POST", MEMBERS, GOOD, 415, null, "Content-Type", "json"),
                new Bad("a wish for XML", "POST", MEMBERS, GOOD, 406, null, "Accept", "application/xml"),
                new Bad("a wish that is none", "POST", MEMBERS, GOOD, 406, null, "Accept", "xml"),
                new Bad("an unknown path", "GET", "/organisations", "", 404, null),
                new Bad("the root", "GET", "/", "", 404, null),
                new Bad("the page of errors", "GET", "/error", "", 404, null),
                new Bad("an unknown organization", "POST", "/organizations/nobody/members", GOOD, 404, null),
                new Bad("an unknown member", "POST", SOMEBODY + "/suspend", "", 404, null),
                new Bad("a member whose id is none", "POST", MEMBERS + "/grace/suspend", "", 404, null),
                new Bad("a path that goes up", "POST", MEMBERS + "/..;/suspend", "", 400, null),
                new Bad("a path with an empty part", "POST", "/organizations//members", GOOD, 400, null),
                new Bad("a path with a hidden slash", "POST", "/organizations/a%2fb/members", GOOD, 400, null),
                new Bad("a path with a zero byte", "POST", "/organizations/a%00/members", GOOD, 400, null),
                new Bad("a wrong method", "PUT", MEMBERS, GOOD, 405, null),
                new Bad("a method that nobody knows", "BREW", MEMBERS, "", 400, null),
                new Bad("a question to a command", "GET", SOMEBODY, "", 405, null),
                new Bad("a token that is none", "POST", "/invitations/decline", "{\"token\": \"k1.abc\"}", 404, "/token"));
    }

    @ParameterizedTest
    @MethodSource({"bodies", "names", "addresses", "otherFields", "requests"})
    void is_answered_with_a_problem_that_names_it(Bad bad) {
        var answer = client.send(bad.method, bad.path, bad.body, bad.headers);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(bad.status);
        assertProblem(answer);
        if (bad.wrong != null) {
            assertThat(answer.body().path("errors").valueStream().map(BadInputTest::named)).contains(bad.wrong);
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
                "select ", "insert ", "constraint");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var answer = client.post(MEMBERS, "{\"name\": \"\", \"email\": \"grace\", \"reason\": \"\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").valueStream().map(BadInputTest::named))
                .containsExactlyInAnyOrder("/email", "/name", "/reason", "/role");
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
