package roster.console.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browser.Page;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class MembersPageTest {
    private static final String PATH = "/organizations/acme/members";
    private static final String UNAVAILABLE = """
            {"code":"unavailable","status":503,"detail":"not now","traceId":"t"}""";
    private static final String ROLES = """
            {"data":[{"role":"admin","permissions":[],"members":{"active":1,"invited":0,"suspended":0,"expired":0,"deleted":0}},
                     {"role":"developer","permissions":[],"members":{"active":4,"invited":5,"suspended":1,"expired":2,"deleted":9}},
                     {"role":"endpoint_user","permissions":[],"members":{"active":0,"invited":1,"suspended":0,"expired":1,"deleted":0}}],
             "next":null,"position":"7"}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void signIn() {
        ada = browsers.signedIn();
        show(Acme.asAdmin(services));
    }

    private static void show(FakeServices services) {
        services.answer(Acme.PATH + "/roles", ROLES).answer(Acme.PATH + "/members", list(null, "Late <i>Comer</i>"));
    }

    private String asked() {
        return services.requests("GET", Acme.PATH + "/members").getLast().path();
    }

    @Test
    void members_are_counted_by_role_and_by_status_the_expired_apart_from_the_invited() {
        assertThat(ada.get(PATH).text()).contains("All members 12Active 5Invited 3Expired 3Suspended 1Deleted 9", "All roles (12)",
                "Developer (10)", "12 members");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "role=developer | All members 10Active 4Invited 3Expired 2Suspended 1Deleted 9 | All roles (12) Admin (1) Developer (10) | 10 members found",
            "status=invited | All members 12Active 5Invited 3Expired 3Suspended 1Deleted 9 | All roles (3) Admin (0) Developer (3) | 3 members found",
            "status=active&role=admin | All members 1Active 1Invited 0Expired 0Suspended 0Deleted 0 | All roles (5) Admin (1) Developer (4) | 1 member found",
            "status=deleted | Deleted 9 | All roles (9) Admin (0) Developer (9) | 9 members found",
            "q=late | All members 2Active 0Invited 1Expired 1Suspended 0Deleted 0 | All roles (2) Admin (2) Developer (0) | 2 members found",
            "q=late&status=expired | All members 2Active 0Invited 1Expired 1 | All roles (1) Admin (1) Developer (0) | 1 member found"})
    void the_numbers_are_those_of_the_search_the_role_and_the_status(String query, String statuses, String roles, String found) {
        services.answer(Acme.PATH + "/roles?q=late", """
                {"data":[{"role":"admin","permissions":[],"members":{"active":0,"invited":2,"suspended":0,"expired":1,"deleted":0}},
                         {"role":"developer","permissions":[],"members":{"active":0,"invited":0,"suspended":0,"expired":0,"deleted":0}}],
                 "next":null,"position":"7"}""");

        assertThat(ada.get(PATH + "?" + query).text()).contains(statuses, roles, found);
    }

    @Test
    void show_more_puts_the_number_of_rows_into_the_address_and_asks_only_for_further_ones() {
        services.answer(Acme.PATH + "/members", list("next page", "Late"));

        var html = ada.get(PATH + "?q=late&role=developer").html();

        var address = "/organizations/acme/members?q=late&amp;role=developer&amp;rows=50";
        assertThat(html).contains("href=\"" + address + "\"", "hx-replace-url=\"" + address + "\"",
                "hx-get=\"" + address + "&amp;after=next%20page\"");
        var more = ada.get(PATH + "?q=late&role=developer&rows=50&after=next+page");
        assertThat(asked()).contains("limit=25").endsWith("after=next page");
        assertThat(more.html()).contains("rows=75");
    }

    @Test
    void members_are_shown_as_of_a_moment_without_what_can_be_done_today() {
        services.answer(Acme.PATH + "/members", list("next page", "Late"));
        var page = ada.get(PATH + "?asOf=2026-11-14T12:00&zone=Europe/Berlin&status=active");

        assertThat(page.text()).contains("Members as of 14 Nov 2026, 12:00 UTC+1 Back to now", "Late").doesNotContain("Invite new member",
                "Delete Member", "Change role");
        assertThat(asked()).contains("status=active", "asOf=2026-11-14T11:00:00Z");
        assertThat(services.requests("GET", Acme.PATH + "/roles").getLast().path()).contains("asOf=2026-11-14T11:00:00Z");
        assertThat(page.html()).contains("href=\"" + PATH + "?status=active\">Back to now",
                PATH + "?status=active&amp;order=-name&amp;asOf=2026-11-14T12%3A00&amp;zone=Europe%2FBerlin",
                "rows=50&amp;after=next%20page", "<input type=\"hidden\" name=\"asOf\" value=\"2026-11-14T12:00\">");
    }

    @ParameterizedTest
    @CsvSource({"is in the future", "is before the organization was registered"})
    void a_moment_that_cannot_be_shown_is_told_at_its_field_above_the_members_of_now(String detail) {
        services.answer("GET", Acme.PATH + "/members?limit=25&order=name&asOf=2999-01-01T00:00:00Z", 400, """
                {"code":"invalid","status":400,"errors":[{"parameter":"asOf","detail":"%s"}]}""".formatted(detail));
        var page = ada.get(PATH + "?asOf=2999-01-01T00:00");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("This moment " + detail + ".", "value=\"2999-01-01T00:00\"", "aria-describedby=\"asOf-wrong\"");
        assertThat(page.text()).contains("Late", "Invite new member").doesNotContain("Back to now");
        assertThat(ada.get(PATH + "?asOf=yesterday").html()).contains("This moment must be a day and a time");
    }

    @Test
    void those_without_the_audit_log_are_not_offered_the_past() {
        show(Acme.asEndpointUser(services));

        assertThat(ada.get(PATH).text()).doesNotContain("As of…");
    }

    @ParameterizedTest
    @CsvSource({"'',25", "60,60", "1,25", "-3,25", "x,25", "99999999999,25", "200,200"})
    void an_address_with_a_number_of_rows_shows_as_many(String rows, int limit) {
        ada.get(PATH + "?rows=" + rows);

        assertThat(asked()).contains("limit=" + limit + "&");
    }

    @Test
    void more_rows_than_a_service_returns_at_once_are_read_in_turn() {
        var many = IntStream.range(0, 200).mapToObj(i -> "Late " + i).toArray(String[]::new);
        services.answer(Acme.PATH + "/members?limit=200&order=name", list("200", many))
                .answer(Acme.PATH + "/members?limit=200&order=name&after=200", list("400", many))
                .answer(Acme.PATH + "/members?limit=100&order=name&after=400", list("500", Arrays.copyOf(many, 100)));

        var page = ada.get(PATH + "?rows=5000");

        assertThat(page.html().split("<tr data-member=", -1)).hasSize(501);
        assertThat(page.html()).contains("rows=500&amp;after=500");
    }

    private static String list(@Nullable String next, String... names) {
        return """
                {"data":[%s],"next":%s,"position":"7"}""".formatted(Stream.of(names)
                .map(it -> Acme.member(UUID.randomUUID(), it, "late@navy.example", "developer", "invited", "expired"))
                .collect(Collectors.joining(",")), next == null ? null : "\"" + next + "\"");
    }

    @Test
    void deleted_members_are_a_choice_of_those_who_read_the_audit_log() {
        show(Acme.asEndpointUser(services));

        assertThat(ada.get(PATH).text()).contains("Suspended 1").doesNotContain("Deleted");

        services.answer("GET", Acme.PATH + "/members", 403, """
                {"code":"forbidden","status":403,"detail":"This needs the permission audit.read."}""");
        assertThat(ada.get(PATH + "?status=deleted").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"expired, status=invited&invitation=expired", "invited, status=invited&invitation=pending", "active, status=active",
            "deleted, status=deleted"})
    void members_are_queried_by_status_and_the_choice_stays(String status, String question) {
        var page = ada.get(PATH + "?status=" + status + "&role=developer&q=late");

        assertThat(asked()).endsWith("order=name&q=late&role=developer&" + question);
        assertThat(page.html()).contains("value=\"" + status + "\" checked=\"checked\"");
    }

    @Test
    void an_expired_invitation_says_so_and_since_when_and_can_be_sent_anew_but_not_revoked() {
        assertThat(ada.get(PATH).text()).contains("Late &lt;i&gt;Comer&lt;/i&gt;", "Expired on 1 Dec 2026", "Resend invitation")
                .doesNotContain("Revoke invitation");
    }

    @Test
    void a_user_who_may_not_invite_is_not_offered_it_and_refused_the_dialog() {
        show(Acme.asEndpointUser(services));

        assertThat(ada.get(PATH).text()).doesNotContain("Invite new member");
        var refused = ada.get(PATH + "/invite");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You don't have permission to do this").doesNotContain("Email");
    }

    @Test
    void a_page_that_a_service_cannot_answer_says_so_and_can_be_tried_again() {
        services.answer("GET", Acme.PATH + "/roles", 503, UNAVAILABLE);
        var page = ada.get(PATH);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Roster is temporarily unavailable", "Try again");
        assertThat(page.html()).contains("href=\"\"");

        services.answer("GET", "/me/organizations", 500, "<html>a proxy's own words</html>");
        assertThat(ada.get(PATH).text()).contains("Roster is temporarily unavailable").doesNotContain("proxy");
    }

    @Test
    void a_form_that_a_service_could_not_take_keeps_what_was_typed_and_its_key() {
        var dialog = ada.dialog(PATH + "/invite");
        services.answer("POST", Acme.PATH + "/members", 503, UNAVAILABLE);
        var again = send(dialog);

        assertThat(again.status()).isEqualTo(503);
        assertThat(again.text()).contains("Try again: your change is made only once");
        assertThat(again.html()).contains("value=\"Grace\"", "value=\"grace@navy.example\"");
        services.answer("POST", Acme.PATH + "/members", 201, "{}");
        send(again);
        assertThat(services.requests("POST", Acme.PATH + "/members")).extracting(it -> it.headers().getFirst("Idempotency-Key")).hasSize(2)
                .containsOnly(dialog.hidden().get("key"));
    }

    private Page send(Page dialog) {
        return ada.post(dialog, PATH + "/invite", "name", "Grace", "email", "grace@navy.example", "role", "developer");
    }
}
