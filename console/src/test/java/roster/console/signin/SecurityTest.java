package roster.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockServletContext;
import tools.jackson.databind.json.JsonMapper;

import roster.console.Acme;
import roster.console.Browsers;
import roster.console.ConsoleProperties;
import roster.console.ConsoleTest;
import roster.console.FakeServices;
import roster.console.identity.PersonTokens;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;
import roster.local.request.RawHttp;

@ConsoleTest
class SecurityTest {
    private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg))\"");

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    @Autowired private Environment environment;
    @Autowired private PersonTokens tokens;

    @BeforeEach
    void adaManages() {
        Acme.asAdmin(services).answer("DELETE", Acme.PATH + "/members/" + Acme.GRACE, 204, "");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String session(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream().filter(it -> it.startsWith("roster=")).findFirst().orElseThrow();
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_browser_at_another_name_of_this_machine_is_led_to_the_configured_address() throws Exception {
        var localhost = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + "/sign-in?from=%2Froles");

        assertThat(location(send(HttpRequest.newBuilder(localhost)))).isEqualTo(at("/sign-in?from=%2Froles").toString());
        assertThat(location(send(HttpRequest.newBuilder(at("/sign-in"))))).isEmpty();
    }

    @Test
    void a_form_that_another_site_has_sent_is_refused_and_does_nothing() {
        var ada = browsers.signedIn();
        var dialog = "/organizations/acme/members/" + Acme.GRACE + "/delete";
        var own = ada.get(dialog);
        var stranger = browsers.signedIn();

        assertThat(ada.postWithout(dialog, "version", "3", "key", "k").status()).as("without its secret").isEqualTo(403);
        assertThat(ada.post(stranger.get(dialog), dialog).status()).as("with the token of another session").isEqualTo(403);
        assertThat(services.requests("DELETE", Acme.PATH)).isEmpty();

        ada.post(own, dialog);
        assertThat(services.requests("DELETE", Acme.PATH)).hasSize(1);
    }

    @Test
    void signing_in_changes_the_session_id() throws Exception {
        var given = session(send(HttpRequest.newBuilder(at("/organizations/acme/members")))).split(";", 2)[0];
        var start = send(HttpRequest.newBuilder(at("/oauth2/authorization/google")).header("Cookie", given));
        var callback = browsers.open().continueAs(location(start), "Ada Lovelace", "ada@acme.example");

        var signedIn = send(HttpRequest.newBuilder(callback).header("Cookie", given));

        var own = session(signedIn).split(";", 2)[0];
        assertThat(own).isNotEqualTo(given);
        assertThat(location(send(HttpRequest.newBuilder(at("/organizations")).header("Cookie", given)))).endsWith("/sign-in");
        assertThat(send(HttpRequest.newBuilder(at("/organizations")).header("Cookie", own)).statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_of_the_provider_counts_only_in_the_browser_that_asked() throws Exception {
        var asking = send(HttpRequest.newBuilder(at("/oauth2/authorization/github")));
        var callback = browsers.open().continueAs(location(asking), "Eve", "eve@evil.example");
        var other = session(send(HttpRequest.newBuilder(at("/organizations")))).split(";", 2)[0];

        var smuggled = send(HttpRequest.newBuilder(callback).header("Cookie", other));

        assertThat(location(smuggled)).endsWith("/sign-in?failed=superseded");
        assertThat(location(send(HttpRequest.newBuilder(at("/organizations")).header("Cookie", other)))).endsWith("/sign-in");
    }

    @Test
    void the_cookie_is_for_no_script_and_no_other_site() throws Exception {
        assertThat(session(send(HttpRequest.newBuilder(at("/organizations"))))).contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "https://console.example"})
    void on_https_it_does_not_leave_it(URI console) throws Exception {
        var context = new MockServletContext();

        new SignInConfiguration().sessionCookie(new ConsoleProperties(console, "a key")).onStartup(context);

        assertThat(context.getSessionCookieConfig().isSecure()).isEqualTo(console.getScheme().equals("https"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/organizations/x", "/%2F%2Fevil.example", "/\\evil.example", "/organizations/..//evil.example",
            "/organizations?next=https://evil.example", "/sign-in?continue=https://evil.example", "/organizations/%0d%0aLocation:%20x"})
    void signing_in_never_redirects_elsewhere(String path) {
        var browser = browsers.open();
        browser.getRaw(path);

        var after = browser.signIn("google", "Ada Lovelace", "ada@acme.example");

        assertThat(after.address().getAuthority()).isEqualTo(at("/").getAuthority());
    }

    @Test
    void another_host_in_a_request_is_not_redirected_to() throws Exception {
        assertThat(location(send(HttpRequest.newBuilder(at("/organizations"))))).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "googl%65", "Google", "%C3%A9"})
    void a_provider_that_is_not_offered_is_no_page(String provider) throws Exception {
        var path = "/oauth2/authorization/" + provider;

        assertThat(location(send(HttpRequest.newBuilder(at(path))))).isEqualTo("/sign-in");
        assertThat(browsers.signedIn().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void a_provider_sends_people_back_to_the_configured_address(String provider) throws Exception {
        var answer = RawHttp.exchange(at("/").getPort(), "GET /oauth2/authorization/" + provider
                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("redirect_uri=" + at("/login/oauth2/code/" + provider)).doesNotContain("evil.example");
    }

    @Test
    void after_signing_in_the_requested_page_is_shown() {
        var browser = browsers.open();
        browser.get("/organizations/acme/members/" + Acme.GRACE);

        var after = browser.signIn("github", "Ada Lovelace", "ada@acme.example");

        assertThat(after.address().getPath()).isEqualTo("/organizations/acme/members/" + Acme.GRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/organizations", "/organizations/acme/members", "/organizations/acme/api-tokens/create",
            "/organizations/acme/roles", "/anything"})
    void every_page_needs_a_signed_in_user(String path) throws Exception {
        var page = send(HttpRequest.newBuilder(at(path)));
        var part = send(HttpRequest.newBuilder(at(path)).header("HX-Request", "true"));

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).endsWith("/sign-in");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
        assertThat(services.requests("GET", "/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/invitations"})
    void what_a_page_for_everybody_is_made_of_is_for_everybody(String path) throws Exception {
        var parts = PART.matcher(send(HttpRequest.newBuilder(at(path))).body()).results().map(it -> it.group(1)).distinct().toList();

        assertThat(parts).hasSizeGreaterThan(2);
        for (var part : parts) {
            assertThat(send(HttpRequest.newBuilder(at(part))).statusCode()).as(part).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/invitations", "/organizations/acme/members", "/organizations/elsewhere/members", "/nothing"})
    void every_page_loads_nothing_from_elsewhere_and_is_in_no_frame_and_in_no_cache(String path) {
        var headers = browsers.signedIn().get(path).response().headers();

        assertThat(Arrays.stream(headers.firstValue("Content-Security-Policy").orElse("").split("; ", -1)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
                        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void the_services_are_told_who_is_at_the_screen_by_a_token_that_soon_ends() {
        long before = Instant.now().getEpochSecond();
        browsers.signedIn().get("/organizations");

        var token = services.requests("GET", "/me/organizations").getFirst().headers().getFirst("Authorization")
                .substring("Bearer ".length());
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"idp\":\"google\"", "\"email\":\"ada@acme.example\"", "\"email_verified\":true",
                "\"aud\":\"roster\"");
        var times = JsonMapper.shared().readTree(claims);
        assertThat(times.path("auth_time").asLong()).isBetween(before, times.path("iat").asLong());
        assertThat(times.path("exp").asLong() - times.path("iat").asLong()).isEqualTo(60);
    }

    @Test
    void one_signature_serves_all_requests_of_a_page() {
        var ada = new SignedIn(Provider.GOOGLE, "1", "Ada Lovelace", "ada@acme.example", List.of("ada@acme.example"), Instant.EPOCH);

        assertThat(tokens.token(ada)).isSameAs(tokens.token(ada));
        assertThat(tokens.token(ada))
                .isNotEqualTo(tokens.token(new SignedIn(Provider.GITHUB, "1", "Ada Lovelace", null, List.of(), Instant.EPOCH)));
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = browsers.signedIn();
        var page = browser.get("/organizations/acme/members");

        assertThat(browser.post(page, "/sign-out").address().getPath()).isEqualTo("/sign-in");
        assertThat(browser.get("/organizations/acme/members").address().getPath()).isEqualTo("/sign-in");
    }
}
