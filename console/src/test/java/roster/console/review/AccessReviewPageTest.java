package roster.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class AccessReviewPageTest {
    private static final String PATH = "/organizations/acme/access-review";
    private static final String REVIEW = Acme.PATH + "/access-review";
    private static final UUID TOKEN = UUID.fromString("01990000-0000-7000-8000-00000000beef");
    private static final String PROMOTED = """
            {"position":"31","type":"member.role_changed","recordedAt":"2026-03-02T10:15:30Z",
             "actor":{"kind":"member","id":"%s","name":"Ada Lovelace"},"onBehalfOf":null,"reason":"leads <b>the</b> team"}"""
            .formatted(Acme.ADA);
    private static final String CONFIRMED = """
            {"role":"%s","current":%s,"event":{"position":"40","type":"member.access_confirmed","recordedAt":"2026-07-01T08:00:00Z",
             "actor":{"kind":"operator","id":"auditor","name":"auditor"},"onBehalfOf":null,"reason":null}}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void review() {
        ada = browsers.signedIn();
        Acme.asAdmin(services).answer(REVIEW, page(null, line("active", "null")));
    }

    private static String page(@Nullable String next, String... lines) {
        return """
                {"data":[%s],"next":%s,"position":"42"}""".formatted(String.join(",", lines), next);
    }

    private static String line(String status, String confirmation) {
        return """
                {"kind":"member","id":"%s","name":"Grace <b>Hopper</b>","email":"grace@navy.example","status":"%s","role":"admin","scopes":[],
                 "ownerId":null,"expiresAt":null,"erased":false,"granted":%s,"lastChange":%s,"confirmation":%s,
                 "lastSignInAt":"2026-07-01T07:00:00Z","lastTokenUseAt":null}""".formatted(Acme.GRACE, status, PROMOTED, PROMOTED,
                confirmation);
    }

    private static String token() {
        return """
                {"kind":"api_token","id":"%s","name":"archive","email":null,"status":null,"role":null,"scopes":["audit"],"ownerId":null,
                 "expiresAt":"2027-01-01T00:00:00Z","erased":false,"granted":%s,"lastChange":%s,"confirmation":null,"lastSignInAt":null,
                 "lastTokenUseAt":"2026-07-02T07:04:00Z"}""".formatted(TOKEN, PROMOTED, PROMOTED);
    }

    private String asked() {
        return services.requests("GET", REVIEW).getLast().path();
    }

    @Test
    void each_line_says_who_gave_the_access_why_and_when_it_was_used() {
        services.answer(REVIEW, page(null, line("active", CONFIRMED.formatted("admin", true)), token()));

        var page = ada.get(PATH);

        assertThat(page.text()).containsSubsequence("2 lines, at position 42, read on ", "Grace &lt;b&gt;Hopper&lt;/b&gt;",
                "grace@navy.example",
                "Admin",
                "Active", "2 Mar 2026", "by Ada Lovelace", "leads &lt;b&gt;the&lt;/b&gt; team", "Role changed", "1 Jul 2026",
                "by operator auditor", "Sign-in 1 Jul 2026", "API tokens never", "Confirm", "archive", "API token of the organization",
                "audit",
                "until 31 Dec 2026", "2 Jul 2026", "Revoke");
        assertThat(page.html()).contains("/members/" + Acme.GRACE + "/confirm\"", "/members/" + Acme.GRACE + "/delete\"",
                "/api-tokens/" + TOKEN + "/revoke\"", PATH + "/review.csv?position=42", PATH + "/manifest.json?position=42");
        assertThat(asked()).isEqualTo(REVIEW + "?limit=200");
    }

    @Test
    void a_confirmation_of_an_earlier_role_is_shown_as_such_and_none_as_never() {
        assertThat(ada.get(PATH).text()).contains("never Sign-in");
        services.answer(REVIEW, page(null, line("invited", CONFIRMED.formatted("developer", false))));

        assertThat(ada.get(PATH).text()).contains("not since: it was as Developer");
    }

    @Test
    void all_pages_of_the_answer_are_on_one_page_to_be_printed() {
        services.answer(REVIEW + "?limit=200", page("\"m.x\"", line("active", "null")))
                .answer(REVIEW + "?limit=200&after=m.x", page(null, token()));

        assertThat(ada.get(PATH).text()).contains("2 lines", "grace@navy.example", "archive");
    }

    @Test
    void of_more_lines_than_fit_the_rest_is_in_the_file() {
        services.answer(REVIEW, page("\"m.x\"", Collections.nCopies(200, line("active", "null")).toArray(String[]::new)));

        assertThat(ada.get(PATH).text()).contains("1000 lines, which are not all: the CSV file has all of them");
        assertThat(services.requests("GET", REVIEW)).hasSize(5);
    }

    @Test
    void a_past_moment_is_marked_and_offers_no_decisions() {
        var page = ada.get(PATH + "?asOf=2026-06-30T23:59&zone=Europe/Berlin&role=admin");

        assertThat(asked()).isEqualTo(REVIEW + "?role=admin&asOf=2026-06-30T21:59:00Z&limit=200");
        assertThat(page.text()).contains("Access as of 30 Jun 2026, 23:59 UTC+2 Back to now");
        assertThat(page.html()).doesNotContain("/confirm\"", "/delete\"");
        assertThat(page.html()).contains(PATH + "/review.csv?position=42&amp;role=admin");
    }

    @Test
    void a_moment_that_cannot_be_read_or_is_yet_to_come_is_named() {
        services.answer("GET", REVIEW + "?asOf=2999-01-01T00:00:00Z&limit=200", 400, """
                {"code":"invalid","status":400,"errors":[{"parameter":"asOf","detail":"is in the future"}]}""");

        assertThat(ada.get(PATH + "?asOf=2999-01-01T00:00").text()).contains("This moment is in the future.", "Grace");
        assertThat(ada.get(PATH + "?asOf=2999-01-01T00:00").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?asOf=yesterday").text()).contains("This moment must be a day and a time");
    }

    @Test
    void the_file_and_the_manifest_are_those_of_the_page() {
        services.answer(REVIEW + "?asOf=42&role=admin", "kind,id").answer(REVIEW + "/manifest?asOf=42", "{\"rows\":1}");

        var file = ada.get(PATH + "/review.csv?position=42&role=admin");
        var manifest = ada.get(PATH + "/manifest.json?position=42");

        assertThat(file.html()).isEqualTo("kind,id");
        assertThat(file.response().headers().firstValue("Content-Disposition").orElse("")).contains("acme-access-review-42.csv");
        assertThat(services.requests("GET", REVIEW + "?asOf=42").getFirst().headers().getFirst("Accept")).isEqualTo("text/csv");
        assertThat(manifest.html()).isEqualTo("{\"rows\":1}");
    }

    @Test
    void a_role_is_confirmed_as_the_dialog_shows_it() {
        services.answer("POST", Acme.PATH + "/members/" + Acme.GRACE + "/access/confirm", 204, "");

        var dialog = ada.get("/organizations/acme/members/" + Acme.GRACE + "/confirm");
        assertThat(dialog.text()).contains("You confirm that Grace Hopper is to keep the role Developer");
        ada.post(dialog, "/organizations/acme/members/" + Acme.GRACE + "/confirm", "reason", "review of spring");

        var sent = services.requests("POST", Acme.PATH + "/members/" + Acme.GRACE + "/access/confirm").getLast();
        assertThat(sent.body()).contains("\"role\":\"developer\"", "\"reason\":\"review of spring\"");
        assertThat(sent.headers().getFirst("If-Match")).isEqualTo("\"3\"");
    }

    @Test
    void users_without_audit_read_are_neither_shown_the_page_nor_led_to_it() {
        Acme.asEventReader(services);

        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(ada.get(PATH + "/review.csv?position=42").status()).isEqualTo(403);
        assertThat(services.requests("GET", REVIEW)).isEmpty();
        assertThat(ada.get(PATH).html()).doesNotContain("href=\"" + PATH + "\"");
    }
}
