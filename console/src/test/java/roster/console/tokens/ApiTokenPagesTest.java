package roster.console.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class ApiTokenPagesTest {
    private static final String TOKENS = Acme.PATH + "/api-tokens";
    private static final String PAGE = "/organizations/acme/api-tokens";
    private static final String CREATE = PAGE + "/create";
    private static final String ID = "01990000-0000-7000-8000-00000000beef";
    private static final String SECRET = "rst_0123456789abcdefghijABCDEFGHIJ012345";
    private static final String CREATED = """
            {"tokenId":"%s","kind":"personal","name":"deploys","scopes":["audit"],"secret":%s}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser browser;

    private static String token(String lastUsedAt, String revokedAt) {
        return """
                {"tokenId":"%s","organizationId":"%s","kind":"personal","ownerId":"%s","name":"deploys","scopes":["audit","events"],
                 "createdAt":"2026-11-24T10:00:00Z","createdBy":{"kind":"member","id":"%3$s"},"onBehalfOf":null,
                 "expiresAt":null,"revokedAt":%s,"version":0,"lastUsedAt":%s}"""
                .formatted(ID, Acme.ID, Acme.GRACE, revokedAt, lastUsedAt);
    }

    private void list(String token) {
        services.answer(TOKENS, "{\"data\":[%s],\"next\":\"further\",\"position\":\"9\"}".formatted(token));
    }

    @BeforeEach
    void admin() {
        Acme.asAdmin(services).answer(TOKENS + "/" + ID, token("null", "null"));
        list(token("null", "null"));
        browser = browsers.signedIn();
    }

    @Test
    void a_row_says_whose_a_token_is_what_it_may_and_until_when() {
        assertThat(browser.get(PAGE).text()).containsSubsequence("deploys", "Personal", "of Grace Hopper", "Audit log", "Event feed",
                "24 Nov 2026", "never used", "Active", "never expires", "Revoke deploys", "Show more");
    }

    @Test
    void and_when_it_was_last_used() {
        list(token("\"2026-11-30T10:07:00Z\"", "null"));

        assertThat(browser.get(PAGE).text()).contains("last used 30 Nov 2026").doesNotContain("never used");
    }

    @Test
    void what_is_chosen_is_asked_for_and_kept_for_the_next_page() {
        var page = browser.get(PAGE + "?status=revoked&kind=personal&owner=" + Acme.GRACE);

        assertThat(services.requests("GET", TOKENS).getLast().path())
                .isEqualTo(TOKENS + "?limit=25&status=revoked&kind=personal&owner=" + Acme.GRACE);
        assertThat(page.html()).contains("?status=revoked&amp;kind=personal&amp;owner=" + Acme.GRACE + "&amp;rows=50&amp;after=further\"");
        assertThat(page.text()).contains("Personal tokens of Grace Hopper only");
    }

    @Test
    void only_what_one_may_grant_is_offered() {
        assertThat(browser.dialog(CREATE).html()).contains("value=\"developer-operations\"", "value=\"member-administration\"",
                "value=\"directory\"", "value=\"decisions\"", "value=\"audit\"", "value=\"organization\"");

        Acme.asEndpointUser(services);
        assertThat(browser.dialog(CREATE).html()).contains("value=\"protected-endpoint\"", "value=\"directory\"", "value=\"decisions\"")
                .doesNotContain("value=\"developer-operations\"", "value=\"member-administration\"", "value=\"audit\"",
                        "value=\"organization\"");
    }

    @Test
    void what_the_service_rejects_is_said_in_its_words() {
        services.answer("POST", TOKENS, 422, """
                {"code":"invalid","status":422,"detail":"the request is not valid","errors":[
                 {"pointer":"/scopes","detail":"cannot include events today"}]}""");
        assertThat(create("name", "deploys", "kind", "personal", "scopes", "events", "expiry", "NEVER").text())
                .contains("This cannot include events today.").doesNotContain("Choose at least one.");
    }

    @Test
    void a_secret_is_in_the_answer_that_creates_it_and_in_no_other() {
        services.answer("POST", TOKENS, 201, CREATED.formatted(ID, "\"" + SECRET + "\""));
        var answer = create("name", "deploys", "kind", "personal", "scopes", "audit", "expiry", "NEVER");

        assertThat(answer.html()).containsOnlyOnce(SECRET);
        assertThat(answer.address().toString()).doesNotContain(SECRET);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.response().headers().toString()).doesNotContain(SECRET);
        assertThat(browser.get(PAGE).html()).doesNotContain(SECRET);
        assertThat(browser.get(CREATE).html()).doesNotContain(SECRET);
    }

    @Test
    void a_form_that_is_sent_again_is_the_same_request_and_shows_no_secret() {
        services.answer("POST", TOKENS, 201, CREATED.formatted(ID, "null"));
        var form = browser.get(CREATE);
        var fields = new String[]{"name", "deploys", "kind", "personal", "scopes", "audit", "expiry", "MONTH"};
        browser.post(form, CREATE, fields);
        var again = browser.post(form, CREATE, fields);

        assertThat(again.text()).contains("This form has been sent before.");
        var requests = services.requests("POST", TOKENS);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body());
        assertThat(requests.get(0).headers().get("Idempotency-Key")).isEqualTo(requests.get(1).headers().get("Idempotency-Key"));
    }

    @Test
    void the_expiry_is_counted_from_the_opening_of_the_form_or_is_the_end_of_a_day() {
        services.answer("POST", TOKENS, 201, CREATED.formatted(ID, "null"));
        create("name", "deploys", "scopes", "audit", "expiry", "MONTH");
        create("name", "deploys", "scopes", "audit", "scopes", "directory", "expiry", "DAY", "day", "2031-05-17");
        create("name", "deploys", "scopes", "audit", "expiry", "NEVER", "day", "2031-05-17");

        var bodies = services.requests("POST", TOKENS).stream().map(it -> JsonMapper.shared().readTree(it.body())).toList();
        assertThat(Instant.parse(bodies.get(0).path("expiresAt").asString()))
                .isBetween(Instant.now().plus(29, ChronoUnit.DAYS), Instant.now().plus(30, ChronoUnit.DAYS));
        assertThat(bodies.get(1).path("expiresAt").asString()).isEqualTo("2031-05-18T00:00:00Z");
        assertThat(bodies.get(1).path("scopes").toString()).isEqualTo("[\"audit\",\"directory\"]");
        assertThat(bodies.get(2).has("expiresAt")).isFalse();
    }

    @Test
    void the_list_says_the_last_day_that_was_chosen() {
        services.answer(TOKENS, """
                {"data":[{"tokenId":"%s","organizationId":"%s","kind":"personal","ownerId":"%s","name":"deploys","scopes":["audit"],
                          "createdAt":"2026-11-24T10:00:00Z","createdBy":{"kind":"member","id":"%3$s"},"onBehalfOf":null,
                          "expiresAt":"2031-05-18T00:00:00Z","revokedAt":null,"version":0}],"next":null,"position":"9"}"""
                .formatted(ID, Acme.ID, Acme.GRACE));

        assertThat(browser.get(PAGE).text()).contains("until 17 May 2031");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "17.05.2031", "2031-02-30", "275760-09-13", "tomorrow"})
    void an_unreadable_date_is_said_at_its_field_and_kept(String day) {
        var refused = create("name", "deploys", "scopes", "audit", "expiry", "DAY", "day", day);

        assertThat(refused.text()).contains("Last day must be a date, such as 2027-12-31.");
        assertThat(refused.html()).contains("value=\"" + day + "\" aria-invalid=\"true\" aria-describedby=\"day-wrong\"");
        assertThat(services.requests("POST", TOKENS)).isEmpty();
    }

    @Test
    void a_date_that_is_not_asked_for_may_be_unreadable() {
        services.answer("POST", TOKENS, 201, CREATED.formatted(ID, "null"));

        assertThat(create("name", "deploys", "scopes", "audit", "expiry", "NEVER", "day", "tomorrow").status()).isEqualTo(200);
    }

    @Test
    void what_reaches_too_far_is_refused_in_the_dialog_with_what_was_typed() {
        services.answer("POST", TOKENS, 403, """
                {"code":"forbidden","status":403,"detail":"needs audit.read"}""");
        var refused = create("name", "deploys", "kind", "organization", "scopes", "audit", "expiry", "YEAR");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You don't have permission to do this");
        assertThat(refused.html()).contains("value=\"deploys\"", "value=\"audit\" checked=\"checked\"",
                "value=\"organization\" checked=\"checked\"", "value=\"YEAR\" selected=\"selected\"");
    }

    @Test
    void what_is_wrong_is_said_at_the_field() {
        services.answer("POST", TOKENS, 422, """
                {"code":"invalid","status":422,"detail":"the request is not valid","errors":[
                 {"pointer":"/name","detail":"must be 1 to 64 characters on one line"},{"pointer":"/scopes","detail":"must not be empty"},
                 {"pointer":"/expiresAt","detail":"is not in the future"}]}""");

        assertThat(create("name", "", "expiry", "DAY", "day", "2020-01-01").text()).containsSubsequence(
                "Name must be 1 to 64 characters on one line.",
                "Choose at least one.", "This is not in the future.");
    }

    @Test
    void a_token_is_revoked_once_with_the_reason() {
        services.answer("DELETE", TOKENS + "/" + ID, 204, "");
        var dialog = browser.get(PAGE + "/" + ID + "/revoke");
        var after = browser.post(dialog, PAGE + "/" + ID + "/revoke", "reason", "leaked & sold");

        assertThat(dialog.text()).contains("deploys stops working at once");
        assertThat(services.requests("DELETE", TOKENS)).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo(TOKENS + "/" + ID + "?reason=leaked & sold");
            assertThat(it.headers()).containsKey("Idempotency-key");
        });
        assertThat(after.address().getPath()).isEqualTo(PAGE);
        assertThat(after.text()).contains("The API token “deploys” is revoked.");
    }

    @Test
    void a_parameter_that_names_something_within_a_field_is_ignored() {
        services.answer("DELETE", TOKENS + "/" + ID, 204, "");
        var path = PAGE + "/" + ID + "/revoke";

        var after = browser.post(browser.get(path), path + "?key..1=x&name.x=y", "reason", "leaked");

        assertThat(after.status()).isEqualTo(200);
        assertThat(services.requests("DELETE", TOKENS)).hasSize(1);
    }

    @Test
    void a_token_that_is_not_there_cannot_be_revoked() {
        assertThat(browser.get(PAGE + "/01990000-0000-7000-8000-00000000dead/revoke").status()).isEqualTo(404);
        services.answer(TOKENS + "/" + ID, token("null", "\"2026-11-30T10:07:00Z\""));
        assertThat(browser.get(PAGE + "/" + ID + "/revoke").status()).isEqualTo(404);
    }

    private Browser.Page create(String... fields) {
        return browser.post(browser.get(CREATE), CREATE, fields);
    }
}
