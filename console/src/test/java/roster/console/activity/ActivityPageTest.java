package roster.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
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
class ActivityPageTest {
    private static final String PATH = "/organizations/acme/activity";
    private static final String EVENTS = Acme.PATH + "/events";
    private static final String NOBODY = """
            {"data":[],"next":null,"position":"9"}""";
    private static final String PROMOTED = """
            {"id":"01990000-0000-7000-8000-0000000000e9","type":"roster.member.role_changed","time":"2026-11-25T23:30:00Z","position":"9",
             "data":{"memberId":"%1$s","from":"developer","to":"admin"},
             "audit":{"actor":{"kind":"member","id":"%2$s","name":"Ada Lovelace"},"onBehalfOf":null,
              "member":{"memberId":"%1$s","name":"Grace <b>Hopper</b>"},"tokenName":null,"reason":"runs the platform",
              "before":{"role":"developer"},"after":{"role":"admin"}}}""".formatted(Acme.GRACE, Acme.ADA);
    private static final String CREATED = """
            {"id":"01990000-0000-7000-8000-0000000000e8","type":"roster.api_token.created","time":"2026-11-25T10:00:00Z","position":"8",
             "data":{"tokenId":"01990000-0000-7000-8000-00000000beef","kind":"organization","ownerId":null,"scopes":["audit"]},
             "audit":{"actor":{"kind":"operator","id":"night-shift","name":"night-shift"},"onBehalfOf":null,"member":null,
              "tokenName":"archive","reason":null,"before":null,"after":null}}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void events() {
        ada = browsers.signedIn();
        Acme.asAdmin(services).answer(EVENTS, page(null, PROMOTED, CREATED)).answer(Acme.PATH + "/members", NOBODY);
    }

    private static String page(@Nullable String next, String... events) {
        return """
                {"data":[%s],"next":%s,"more":%s,"position":"12"}""".formatted(String.join(",", events),
                next == null ? null : "\"" + next + "\"", next != null);
    }

    private String asked() {
        return services.requests("GET", EVENTS).getLast().path();
    }

    @Test
    void each_event_is_a_sentence_with_its_author_reason_changes_and_time() {
        var page = ada.get(PATH);

        assertThat(page.text()).containsSubsequence("Ada Lovelace changed the role of Grace &lt;b&gt;Hopper&lt;/b&gt;", "runs the platform",
                "Role from Developer → to Admin", "25 Nov 2026, 23:30 UTC",
                "Operator night-shift created the API token “archive” of the organization", "Scopes audit", "25 Nov 2026, 10:00 UTC");
        assertThat(page.html()).contains("/members/" + Acme.GRACE + "\"", "/members/" + Acme.ADA + "\"");
        assertThat(asked()).isEqualTo(EVENTS + "?order=newest&limit=25");
    }

    @Test
    void events_of_the_signed_log_are_marked_with_a_link_to_their_proof() {
        services.answer(Acme.PATH + "/log/checkpoint", """
                {"number":2,"size":5,"root":"","checkpoint":"","proof":"","position":"8","signedAt":"2026-11-25T10:00:07Z"}""")
                .answer(Acme.PATH + "/log/proof?event=01990000-0000-7000-8000-0000000000e8", "{\"leaf\":\"AQ==\"}");
        var page = ada.get(PATH);

        assertThat(page.html()).containsOnlyOnce("/proofs/")
                .contains("\"/organizations/acme/proofs/01990000-0000-7000-8000-0000000000e8\"");
        assertThat(page.text()).containsSubsequence("25 Nov 2026, 23:30 UTC", "25 Nov 2026, 10:00 UTC",
                "Proof that this event is in the signed log",
                "In the signed log: checkpoint of 25 Nov 2026, 10:00 UTC, with 5 events");
        assertThat(services.requests("GET", Acme.PATH + "/log")).hasSize(1);
        var proof = ada.get("/organizations/acme/proofs/01990000-0000-7000-8000-0000000000e8");
        assertThat(proof.html()).isEqualTo("{\"leaf\":\"AQ==\"}");
        Acme.asEventReader(services);
        assertThat(ada.get("/organizations/acme/proofs/01990000-0000-7000-8000-0000000000e8").status()).isEqualTo(403);
    }

    @Test
    void users_without_audit_read_see_what_happened_but_neither_who_did_it_nor_why() {
        Acme.asEventReader(services).answer(EVENTS, page(null, PROMOTED.replaceFirst(",\\s+\"audit\":.*(?s:.*)}}$", "}")));

        assertThat(ada.get(PATH).text()).contains("Changed the role of a member 25 Nov 2026").doesNotContain("Ada Lovelace changed",
                "runs the platform");
        assertThat(services.requests("GET", Acme.PATH + "/log")).isEmpty();
    }

    @Test
    void others_are_neither_shown_the_page_nor_led_to_it() {
        Acme.asEndpointUser(services).answer(Acme.PATH + "/roles", NOBODY);

        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(ada.get(PATH).text()).contains("You don't have permission to do this");
        assertThat(services.requests("GET", EVENTS)).isEmpty();
        assertThat(ada.get("/organizations/acme/members").html()).doesNotContain(PATH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "type=member.role_changed | type=member.role_changed",
            "type=api_token | type=api_token.created,api_token.revoked",
            "type=&actor=&member=&from=&to=&zone= | order=newest&limit=25",
            "actor=01990000-0000-7000-8000-0000000000ad | actor=01990000-0000-7000-8000-0000000000ad",
            "actor=night-shift | actor=night-shift",
            "actor=roster | actor=roster",
            "member=01990000-0000-7000-8000-0000000000ce | member=01990000-0000-7000-8000-0000000000ce",
            "from=2026-11-24 | from=2026-11-23T23:59:59.999999Z",
            "from=2026-11-24&zone=Europe/Berlin | from=2026-11-23T22:59:59.999999Z",
            "to=2026-11-24&zone=America/New_York | to=2026-11-25T04:59:59.999999Z",
            "to=2999-01-01 | order=newest&limit=25"})
    void what_is_searched_for_is_in_the_address_and_days_are_those_of_the_time_zone(String given, String query) {
        var page = ada.get(PATH + "?" + given);

        assertThat(page.status()).isEqualTo(200);
        assertThat(asked()).contains(query);
        assertThat(asked().contains("to=2")).isEqualTo(query.startsWith("to="));
    }

    @Test
    void times_are_shown_in_the_time_zone_of_the_days() {
        assertThat(ada.get(PATH + "?zone=Europe/Berlin").text()).contains("From Europe/Berlin", "26 Nov 2026, 00:30 UTC+1");
        assertThat(ada.get(PATH + "?zone=Asia/Kolkata").text()).contains("26 Nov 2026, 05:00 UTC+5:30");
        assertThat(ada.get(PATH + "?zone=Moon/Crater").text()).contains("From UTC", "25 Nov 2026, 23:30 UTC");
    }

    @Test
    void times_are_shown_in_the_time_zone_of_the_browser_when_the_address_names_none() {
        ada.set("zone", "Asia/Kolkata");

        assertThat(ada.get(PATH).text()).contains("From Asia/Kolkata", "26 Nov 2026, 05:00 UTC+5:30");
        assertThat(ada.get(PATH + "?zone=Europe/Berlin").text()).contains("26 Nov 2026, 00:30 UTC+1");
        ada.set("zone", "Moon/Crater");
        assertThat(ada.get(PATH).text()).contains("From UTC", "25 Nov 2026, 23:30 UTC");
    }

    @Test
    void a_member_is_found_by_name_and_stays_in_the_address_by_id() {
        services.answer(Acme.PATH + "/members?limit=10&order=name&q=hopper", """
                {"data":[%s],"next":null,"position":"9"}""".formatted(
                Acme.member(Acme.GRACE, "Grace Hopper", "grace@navy.example", "developer", "active", "accepted")));
        var page = ada.get(PATH + "?member=hopper&type=member&zone=Europe/Berlin");

        assertThat(page.address()).hasToString(page.address().getScheme() + "://" + page.address().getAuthority() + PATH
                + "?type=member&member=" + Acme.GRACE + "&zone=Europe%2FBerlin");
        assertThat(page.text()).contains("About Grace Hopper");
        assertThat(page.html()).contains("href=\"" + PATH + "?type=member&amp;zone=Europe%2FBerlin\"");
    }

    @Test
    void of_several_members_with_a_name_the_user_chooses_one() {
        var other = UUID.randomUUID();
        services.answer(Acme.PATH + "/members?limit=10&order=name&q=grace", """
                {"data":[%s,%s],"next":null,"position":"9"}""".formatted(
                Acme.member(Acme.GRACE, "Grace Hopper", "grace@navy.example", "developer", "active", "accepted"),
                Acme.member(other, "Grace Kelly", "kelly@navy.example", "developer", "active", "accepted")));
        var page = ada.get(PATH + "?actor=grace");

        assertThat(page.text()).contains("Which member?", "Grace Hopper", "kelly@navy.example");
        assertThat(page.html()).contains(PATH + "?actor=" + Acme.GRACE, PATH + "?actor=" + other);
        assertThat(services.requests("GET", EVENTS)).isEmpty();
        assertThat(ada.get(PATH + "?member=unknown").text()).contains("No member found");
    }

    @Test
    void days_that_are_none_or_still_to_come_are_told_at_the_field() {
        assertThat(ada.get(PATH + "?from=yesterday").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?from=yesterday").html()).contains("aria-describedby=\"from-wrong\"",
                "From must be a date, such as 2027-12-31.");
        assertThat(ada.get(PATH + "?to=31/12").html()).contains("To must be a date");
        services.answer("GET", EVENTS, 400, """
                {"code":"invalid","status":400,"errors":[{"parameter":"from","detail":"is in the future"}]}""");
        assertThat(ada.get(PATH + "?from=2999-01-01").html()).contains("<span class=\"wrong\" id=\"from-wrong\">From is in the future.");
    }

    @Test
    void a_type_that_does_not_exist_is_not_found() {
        services.answer("GET", EVENTS, 400, """
                {"code":"invalid","status":400,"errors":[{"parameter":"type","detail":"names a type of events that does not exist"}]}""");

        assertThat(ada.get(PATH + "?type=member.promoted").status()).isEqualTo(404);
    }

    @Test
    void older_events_are_read_from_where_the_page_ends() {
        services.answer(EVENTS, page("older", PROMOTED));
        var html = ada.get(PATH + "?type=member&zone=Europe/Berlin").html();

        var address = PATH + "?type=member&amp;zone=Europe%2FBerlin&amp;rows=50";
        assertThat(html).contains("href=\"" + address + "\"", "hx-get=\"" + address + "&amp;after=older\"");
        ada.get(PATH + "?type=member&rows=50&after=older");
        assertThat(asked()).endsWith("order=newest&limit=25&before=older");
    }

    @Test
    void nothing_found_says_so_and_leads_back() {
        services.answer(EVENTS, page(null));

        assertThat(ada.get(PATH + "?type=member").text()).contains("No events found", "Show all events");
    }
}
