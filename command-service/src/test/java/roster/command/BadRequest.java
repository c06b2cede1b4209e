package roster.command;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request that must be rejected.
 *
 * @param wrong   pointer, parameter or header that the problem must name; null for none
 * @param headers names and values, alternating
 */
record BadRequest(String what, String method, String path, String body, int status, @Nullable String wrong, List<String> headers) {
    static final String MEMBERS = "/organizations/bad-input/members";
    static final String GOOD = invitation("\"Grace Hopper\"", "\"grace@navy.example\"", "\"developer\"");
    private static final String MEMBER = MEMBERS + "/01980a5c-0000-7000-8000-000000000001";

    @Override
    public String toString() {
        return what;
    }

    private static BadRequest bad(String what, String method, String path, String body, int status, String wrong, String... headers) {
        return new BadRequest(what, method, path, body, status, wrong, List.of(headers));
    }

    private static BadRequest unnamed(String what, String method, String path, String body, int status, String... headers) {
        return new BadRequest(what, method, path, body, status, null, List.of(headers));
    }

    static String invitation(String name, String email, String role) {
        return "{\"name\": %s, \"email\": %s, \"role\": %s}".formatted(name, email, role);
    }

    private static BadRequest name(String what, String name) {
        return bad("a name " + what, "POST", MEMBERS, invitation(name, "\"grace@navy.example\"", "\"developer\""), 400, "/name");
    }

    private static BadRequest email(String what, String email) {
        return bad("an address " + what, "POST", MEMBERS, invitation("\"Grace\"", email, "\"developer\""), 400, "/email");
    }

    private static BadRequest role(String what, String role) {
        return bad("a role " + what, "POST", MEMBERS, invitation("\"Grace\"", "\"grace@navy.example\"", role), 400, "/role");
    }

    private static BadRequest body(String what, String body, String wrong) {
        return bad(what, "POST", MEMBERS, body, 400, wrong);
    }

    private static BadRequest header(String name, String value, int status) {
        return bad(name + ": " + value, "POST", MEMBERS, GOOD, status, name, name, value);
    }

    private static BadRequest reason(String what, String reason) {
        return bad("a reason " + what, "POST", MEMBER + "/suspend", "{\"reason\": " + reason + "}", 400, "/reason");
    }

    private static BadRequest slug(String slug) {
        return bad("the slug " + slug, "POST", "/organizations", """
                {"slug": %s, "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example"}}""".formatted(slug), 400, "/slug");
    }

    private static BadRequest acceptance(String what, String body, String wrong) {
        return bad(what, "POST", "/invitations/accept", body, 400, wrong);
    }

    static Stream<BadRequest> bodies() {
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

    static Stream<BadRequest> names() {
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
                name("of sixty thousand characters", "\"" + "x".repeat(60_000) + "\""),
                name("with a line feed", "\"Grace\\nBcc: all@navy.example\""),
                name("with a carriage return", "\"Grace\\r\\nHopper\""),
                name("that ends with a line feed", "\"Grace\\n\""),
                name("with a line separator", "\"Grace\\u2028Hopper\""),
                name("with a zero byte", "\"Grace\\u0000\""),
                name("with an override of direction", "\"Grace \\u202egnp.exe\""),
                name("with an isolate", "\"Grace \\u2066Hopper\""),
                name("with half a character", "\"Grace \\ud800\""),
                name("with a link", "\"Win at HTTPS://evil.example\""),
                name("that cannot be seen", "\"\\u3164\\u2800\""),
                name("with a link that hides", "\"Win at ev\\u200dil.ex\\u200dample\""));
    }

    static Stream<BadRequest> addresses() {
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

    static String address(int length) {
        var address = "x".repeat(64) + "@" + ("y".repeat(60) + ".").repeat(3);
        return address + "z".repeat(length - address.length());
    }

    static Stream<BadRequest> otherFields() {
        return Stream.of(
                role("that is null", "null"),
                role("that we do not know", "\"owner\""),
                role("in capitals", "\"ADMIN\""),
                role("that is a number", "1"),
                role("that is a list", "[\"admin\"]"),
                bad("no role", "PUT", MEMBER + "/role", "{}", 400, "/role"),
                reason("that is empty", "\"\""),
                reason("that is a number", "7"),
                reason("of 501 characters", "\"" + "x".repeat(501) + "\""),
                reason("with a line feed", "\"a\\nb\""),
                reason("with a zero byte", "\"a\\u0000b\""),
                reason("with half a character", "\"a\\ud800\""),
                bad("a reason in the query of 501 characters", "DELETE", MEMBER + "?reason=" + "x".repeat(501), "", 400, "reason"),
                bad("an empty reason in the query", "DELETE", MEMBER + "?reason=", "", 400, "reason"),
                bad("a reason with a line feed in the query", "DELETE", MEMBER + "?reason=a%0Ab", "", 400, "reason"),
                slug("null"), slug("\"a\""), slug("\"Acme\""), slug("\"-acme\""), slug("\"ac--me\""), slug("\"acme/x\""),
                slug("\"" + "a".repeat(33) + "\""), slug("\"01980a5c-0000-7000-8000-000000000001\""),
                bad("no admin", "POST", "/organizations", "{\"slug\": \"acme\", \"name\": \"Acme\"}", 400, "/admin"),
                bad("a bad name of the admin", "POST", "/organizations", """
                        {"slug": "acme", "name": "Acme", "admin": {"name": "", "email": "ada@acme.example"}}""", 400, "/admin/name"),
                bad("an unknown field of the admin", "POST", "/organizations", """
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
                bad("linking an account without a proof", "POST", MEMBER + "/accounts", "{}", 400, "/proof"),
                bad("linking an account with an endless proof", "POST", MEMBER + "/accounts", "{\"proof\": \"" + "x".repeat(8_193) + "\"}",
                        400,
                        "/proof"),
                bad("declining without a token", "POST", "/invitations/decline", "{}", 400, "/token"),
                bad("asking again without a token", "POST", "/invitations/ask-again", "{}", 400, "/token"),
                bad("looking up no token", "POST", "/invitations/lookup", "{}", 400, "/token"),
                bad("looking up an endless token", "POST", "/invitations/lookup", "{\"token\": \"" + "x".repeat(513) + "\"}", 400,
                        "/token"));
    }

    static Stream<BadRequest> requests() {
        return Stream.of(
                header("On-Behalf-Of", "Ada", 400),
                header("On-Behalf-Of", "", 400),
                header("On-Behalf-Of", UUID.randomUUID().toString(), 422),
                header("If-Match", "3", 400),
                header("If-Match", "", 400),
                header("If-Match", ",", 400),
                header("If-Match", "W/3", 400),
                header("If-Match", "w/\"3\"", 400),
                header("If-Match", "\"3", 400),
                header("If-Match", "\"3\" \"4\"", 400),
                header("If-Match", "\"3 4\"", 400),
                header("If-Match", "*, \"3\"", 400),
                header("Idempotency-Key", "", 400),
                header("Idempotency-Key", "a b", 400),
                header("Idempotency-Key", "x".repeat(256), 400),
                bad("an unknown parameter", "POST", MEMBERS + "?dry-run=true", GOOD, 400, "dry-run"),
                bad("a dry run as of version 0.1", "POST", MEMBERS + "?dryRun=true", GOOD, 400, "dryRun"),
                bad("a dry run that is none", "POST", MEMBER + "/suspend?dryRun=false", "", 400, "dryRun"),
                unnamed("a dry run of a query", "POST", "/dry-run/invitations/lookup", "{\"token\": \"x\"}", 404),
                unnamed("a dry run of a dry run", "POST", "/dry-run/dry-run" + MEMBERS, GOOD, 404),
                unnamed("a dry run of nothing", "POST", "/dry-run", GOOD, 404),
                bad("an unknown parameter beside a known one", "DELETE", MEMBER + "?reason=x&force=1", "", 400, "force"),
                unnamed("a text", "POST", MEMBERS, GOOD, 415, "Content-Type", "text/plain"),
                unnamed("a form", "POST", MEMBERS, "name=Grace", 415, "Content-Type", "application/x-www-form-urlencoded"),
                unnamed("XML", "POST", MEMBERS, "<name/>", 415, "Content-Type", "application/xml"),
                unnamed("YAML", "POST", MEMBERS, "name: Grace", 415, "Content-Type", "application/yaml"),
                unnamed("a content type that is none", "POST", MEMBERS, GOOD, 415, "Content-Type", "json"),
                unnamed("a wish for XML", "POST", MEMBERS, GOOD, 406, "Accept", "application/xml"),
                unnamed("a wish that is none", "POST", MEMBERS, GOOD, 406, "Accept", "xml"),
                unnamed("an unknown path", "GET", "/organisations", "", 404),
                unnamed("the root", "GET", "/", "", 404),
                unnamed("the page of errors", "GET", "/error", "", 404),
                unnamed("an unknown organization", "POST", "/organizations/no-such-organization/members", GOOD, 404),
                unnamed("an unknown member", "POST", MEMBER + "/suspend", "", 404),
                unnamed("a member whose id is none", "POST", MEMBERS + "/grace/suspend", "", 404),
                unnamed("a path that goes up", "POST", MEMBERS + "/..;/suspend", "", 400),
                unnamed("a path with an empty part", "POST", "/organizations//members", GOOD, 400),
                unnamed("a path with a hidden slash", "POST", "/organizations/a%2fb/members", GOOD, 400),
                unnamed("a path with a zero byte", "POST", "/organizations/a%00/members", GOOD, 400),
                unnamed("a wrong method", "PUT", MEMBERS, GOOD, 405),
                unnamed("an unknown method", "BREW", MEMBERS, "", 400),
                unnamed("a query of a command's path", "GET", MEMBER, "", 405),
                bad("a token that is none", "POST", "/invitations/decline", "{\"token\": \"k1.abc\"}", 404, "/token"));
    }
}
