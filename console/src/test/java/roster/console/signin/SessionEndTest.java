package roster.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** Answers to pages that were open when their session ended, or that were signed in twice. */
@ConsoleTest
class SessionEndTest {
    private static final String INVITE = "/organizations/acme/members/invite";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    @Autowired private Environment environment;
    private Browser ada;

    @BeforeEach
    void open() {
        Acme.asAdmin(services);
        ada = browsers.open();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .header("Cookie", ada.cookies());
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("name=Grace"));
    }

    /** As htmx sends it, from a page of the console. */
    private static HttpResponse<String> from(String page, HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.header("HX-Request", "true").header("HX-Current-URL", page).build(), BodyHandlers.ofString());
    }

    private static Optional<String> lead(HttpResponse<?> answer) {
        return answer.headers().firstValue("HX-Redirect");
    }

    private String whereSignedIn() {
        return ada.signIn("google", "Ada Lovelace", "ada@acme.example").address().toString().replaceFirst("http://[^/]+", "");
    }

    @Test
    void a_form_leads_to_sign_in_and_then_back_to_its_page() throws Exception {
        ada.get("/invitations");
        var answer = from("https://roster.example/organizations/acme/members?role=admin", form(at(INVITE)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(lead(answer)).hasValue("/sign-in");
        assertThat(answer.body()).isEmpty();
        assertThat(whereSignedIn()).isEqualTo("/organizations/acme/members?role=admin");
    }

    @Test
    void a_form_of_an_earlier_session_leads_to_its_page_of_this_one() throws Exception {
        ada = browsers.signedIn();
        var answer = from("https://roster.example/organizations/acme/members?role=admin", form(at(INVITE)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(lead(answer)).hasValue("/organizations/acme/members?role=admin");
        assertThat(services.requests("POST", Acme.PATH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://roster.example//evil.example/", "//evil.example", "javascript:alert(1)", "%", "", "/sign-out"})
    void no_other_page_is_led_to(String page) throws Exception {
        ada = browsers.signedIn();

        assertThat(lead(from(page, form(at(INVITE))))).hasValue("/");
    }

    @ParameterizedTest
    @CsvSource({"results,/organizations/acme/members?q=grace", "dialog,/organizations/acme/members?role=admin"})
    void a_search_is_returned_to_and_a_dialog_is_not(String target, String page) throws Exception {
        ada.get("/invitations");
        from("https://roster.example/organizations/acme/members?role=admin",
                at("/organizations/acme/members?q=grace").header("HX-Target", target));

        assertThat(whereSignedIn()).isEqualTo(page);
    }

    @Test
    void signing_out_after_the_end_leads_to_sign_in() {
        assertThat(ada.postWithout("/sign-out").address().getPath()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,Page not found", "GET,/organizations/acme/members/no-id/role,Page not found",
            "POST,/organizations/acme/api-tokens/create?opened=yesterday,This form could not be read"})
    void what_is_inserted_into_a_page_is_never_json(String method, String path, String heading) throws Exception {
        ada = browsers.signedIn();
        var secret = ada.get(INVITE).hidden().get("_csrf");
        var request = at(path).header("Content-Type", "application/x-www-form-urlencoded").method(method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("_csrf=" + secret));
        var answer = from("https://roster.example/organizations/acme/members", request.header("Accept", "*/*"));

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains(heading, "data-close").doesNotContain("<html");
    }

    @Test
    void of_two_tabs_that_sign_in_one_is_told_so_and_both_lead_on() {
        var first = ada.continueAs("/oauth2/authorization/google", "Ada Lovelace", "ada@acme.example").toString();
        var second = ada.continueAs("/oauth2/authorization/google", "Ada Lovelace", "ada@acme.example").toString();

        assertThat(ada.get(first).text()).contains("it was started again in another tab").contains("Continue with Google");
        assertThat(ada.get(second).address().getPath()).startsWith("/organizations/acme");
        assertThat(ada.get(first).address().getPath()).as("the other tab").startsWith("/organizations/acme");
        assertThat(ada.get(second).address().getPath()).as("Back").startsWith("/organizations/acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/oauth2/code/google", "/login/oauth2/code/github?code=1&state=1",
            "/login/oauth2/code/google?error=access_denied"})
    void a_callback_that_is_not_expected_offers_to_sign_in(String path) {
        assertThat(ada.get(path).text()).contains("no longer valid").doesNotContain("could not be read");
    }
}
