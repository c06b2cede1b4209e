package roster.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.local.identity.Application.request;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    private StandInProviders providers;
    private Application google;

    @BeforeEach
    void start() {
        providers = StandInProviders.start(0);
        google = application(ImitatedProvider.GOOGLE);
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @ParameterizedTest
    @EnumSource
    void it_says_that_it_is_not_the_real_one(ImitatedProvider provider) {
        var page = application(provider).page(request());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This is not " + provider.title() + ".", "Roster runs on this machine and imitates it.");
    }

    @Test
    void it_lists_people_and_those_who_were_entered_before() {
        assertThat(google.page(request()).body()).contains("Continue as <b>Ada Lovelace</b>", "Continue as <b>Grace Hopper</b>",
                "Continue as <b>Alan Turing</b>", "Continue as <b>Katherine Johnson</b>");
        google.choose(request("name", "Sue", "email", "sue@acme.example"));
        google.choose(request("name", "Sue", "email", "sue@acme.example"));
        assertThat(application(ImitatedProvider.GITHUB).page(request()).body()).containsOnlyOnce("Continue as <b>Sue</b>")
                .contains("sue@acme.example · not verified");
        assertThat(google.callback(request("as", "4"))).containsKey("code");
    }

    @Test
    void what_anybody_typed_cannot_run_in_it() {
        var payload = "\"><script>alert('1')</script>";
        google.choose(request("name", payload, "email", payload + "@acme.example"));
        for (var page : new HttpResponse<?>[]{google.page(request("state", payload, "nonce", payload, "scope", payload)),
                google.choose(request("name", payload, "email", payload))}) {
            assertThat(page.body().toString()).doesNotContain("<script", "\">&lt;").contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)");
            assertThat(page.headers().firstValue("Content-Security-Policy")).get().asString()
                    .startsWith("default-src 'none'").doesNotContain("script", "unsafe");
        }
    }

    @Test
    void it_asks_again_for_what_does_not_do() {
        var page = google.choose(request("name", "Sue", "email", "nowhere"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", "value=\"Sue\"", "value=\"nowhere\"").doesNotContain(" checked");
        assertThat(google.choose(request("name", " ", "email", "sue@acme.example")).body()).contains("Enter a name.");
        assertThat(google.page(request()).body()).doesNotContain("Sue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "http://evil.example/", "http://127.0.0.1.evil.example/",
            "http://127.0.0.1@evil.example/",
            "http://x@127.0.0.1/", "javascript:alert(1)", "//evil.example/", "/", "http://127.0.0.1:8080/#fragment",
            "http://127.0.0.1\r\nX: y"})
    void it_does_not_redirect_to_another_machine(String elsewhere) {
        refused(request("redirect_uri", elsewhere), "not on this machine");
        refused(request("redirect_uri", elsewhere, "as", "0"), "not on this machine");
    }

    @Test
    void an_unknown_application_or_another_response_type_is_refused() {
        refused(request("client_id", "unknown", "as", "0"), "is unknown");
        refused(request("response_type", "token", "as", "0"), "another response type than a code");
        refused(request("code_challenge", "x", "code_challenge_method", "plain", "as", "0"), "other than S256");
        refused(request("as", "99"), "no person with this number");
        refused(request("as", "-1"), "no person with this number");
    }

    @Test
    void what_is_no_form_is_refused() {
        assertThat(Application.post(google.authorize(), "name=%zz").statusCode()).isEqualTo(400);
        assertThat(Application.post(google.authorize(), "name=a&name=b").statusCode()).isEqualTo(400);
        assertThat(Application.post(google.authorize(), "x".repeat(100_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_page_from_elsewhere_cannot_pass_for_this_machine() throws Exception {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), google.authorize().getPort())) {
            socket.getOutputStream().write("GET /github/user HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 403");
        }
    }

    /** Both GET and POST show the reason and do not redirect. */
    private void refused(Map<String, String> request, String why) {
        var answer = request.containsKey("as") ? google.choose(request) : google.page(request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why, "role=\"alert\"");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    private Application application(ImitatedProvider provider) {
        var path = provider == ImitatedProvider.GOOGLE ? "/authorize" : "/login/oauth/authorize";
        return new Application(URI.create(providers.address(provider) + path), URI.create(providers.address(provider) + "/token"));
    }
}
