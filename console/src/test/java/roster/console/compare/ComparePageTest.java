package roster.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class ComparePageTest {
    private static final String PATH = "/organizations/acme/compare";
    private static final String DIFF = Acme.PATH + "/diff";
    private static final String DAYS = "?from=2026-10-31&to=2026-11-14&zone=Europe/Berlin";
    private static final String ASKED = "?from=2026-10-31T22:59:59.999999Z&to=2026-11-14T22:59:59.999999Z&change=";
    private static final String NONE = """
            {"data":[],"next":null,"position":"9"}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void signIn() {
        ada = browsers.signedIn();
        Acme.asAdmin(services).answer(DIFF, NONE);
    }

    private static String grace(String role, String status) {
        return Acme.member(Acme.GRACE, "Grace Hopper", "grace@navy.example", role, status, "accepted");
    }

    private static String found(String next, String before, String after) {
        return """
                {"data":[{"memberId":"%s","change":"any","before":%s,"after":%s}],"next":%s,"position":"9"}""".formatted(Acme.GRACE, before,
                after, next);
    }

    @Test
    void who_joined_left_and_changed_is_listed_with_before_and_after_and_a_link_to_the_history() {
        services.answer(DIFF + ASKED + "joined&limit=25", found("null", "null", grace("developer", "invited")))
                .answer(DIFF + ASKED + "left&limit=25", found("null", grace("admin", "active"), grace("admin", "deleted")))
                .answer(DIFF + ASKED + "changed&limit=25", found("null", grace("developer", "active"), grace("admin", "suspended")));
        var page = ada.get(PATH + DAYS);

        assertThat(page.text()).containsSubsequence("From 31 Oct 2026, 23:59 UTC+1 to 14 Nov 2026, 23:59 UTC+1",
                "Joined 1", "Grace Hopper", "Developer", "Invited", "Left 1", "Grace Hopper", "Admin",
                "Changed 1", "Role from Developer → to Admin", "Status from Active → to Suspended");
        assertThat(page.html().split("href=\"/organizations/acme/members/" + Acme.GRACE + "\"", -1)).hasSize(4);
    }

    @Test
    void without_differences_it_says_so() {
        assertThat(ada.get(PATH + DAYS).text()).contains("No differences", "No member joined, left or changed between these days.");
    }

    @Test
    void at_first_the_last_thirty_days_are_compared_with_now() {
        var page = ada.get(PATH);
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(page.html()).contains("value=\"" + today + "\"", "value=\"" + today.minusDays(30) + "\"");
        assertThat(services.requests("GET", DIFF)).hasSize(3).allSatisfy(it -> assertThat(it.path())
                .contains("from=" + today.minusDays(30) + "T23:59:59.999999Z").doesNotContain("to="));
        assertThat(page.text()).contains("to now.");
    }

    @Test
    void of_many_differences_all_of_a_kind_are_shown_on_a_page_of_their_own() {
        services.answer(DIFF + ASKED + "left&limit=25", found("\"more\"", grace("admin", "active"), grace("admin", "deleted")));

        var address = PATH + "?from=2026-10-31&amp;to=2026-11-14&amp;zone=Europe%2FBerlin&amp;change=left";
        assertThat(ada.get(PATH + DAYS).html()).contains("href=\"" + address + "\"");
        services.requests("GET", DIFF);
        var only = ada.get(PATH + DAYS + "&change=left");
        assertThat(only.text()).contains("Left 1+", "Show all differences", "Show more").doesNotContain("Joined");
        assertThat(only.html()).contains(address + "&amp;rows=50");
        assertThat(ada.get(PATH + DAYS + "&change=sideways").text()).contains("Left 1+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"from=yesterday | From must be a date", "to=31/12 | To must be a date",
            "from=2026-11-14&to=2026-11-01 | From must be an earlier day than To", "to=2999-01-01 | To must not be after today"})
    void days_that_cannot_be_compared_are_told_at_the_field(String query, String told) {
        var page = ada.get(PATH + "?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains(told, "aria-invalid=\"true\"");
        assertThat(services.requests("GET", DIFF)).isEmpty();
    }

    @Test
    void it_needs_the_audit_log() {
        Acme.asEventReader(services);

        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(services.requests("GET", DIFF)).isEmpty();
    }
}
