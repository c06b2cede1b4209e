package roster.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser.Page;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class MemberPageTest {
    private static final String GRACE = Acme.PATH + "/members/" + Acme.GRACE;
    private static final String INVITED = """
            {"sequence":0,"eventId":"01990000-0000-7000-8000-0000000000e3","position":"3","type":"member.invited","recordedAt":"2026-11-23T10:00:00Z",
             "actor":{"kind":"member","id":"%s","name":"Ada Lovelace"},"onBehalfOf":null,"reason":"joins the <b>platform</b> team",
             "before":null,"after":{"name":"Grace Hopper","email":"grace@navy.example","role":"endpoint_user","status":"invited"}}"""
            .formatted(Acme.ADA);
    private static final String ROLE_CHANGED = """
            {"sequence":2,"eventId":"01990000-0000-7000-8000-0000000000e9","position":"9","type":"member.role_changed","recordedAt":"2026-11-25T10:00:00Z",
             "actor":{"kind":"token","id":"01990000-0000-7000-8000-00000000beef","name":null},
             "onBehalfOf":{"memberId":"%s","name":"Ada Lovelace"},"reason":null,
             "before":{"role":"endpoint_user"},"after":{"role":"developer"}}""".formatted(Acme.ADA);

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;

    @BeforeEach
    void history() {
        Acme.asAdmin(services).answer(GRACE + "/history", """
                {"data":[%s],"next":"more","position":"9"}""".formatted(INVITED))
                .answer(GRACE + "/history?limit=200&after=more", """
                        {"data":[%s],"next":null,"position":"9"}""".formatted(ROLE_CHANGED))
                .answer(Acme.PATH + "/api-tokens", """
                        {"data":[],"next":null,"position":"9"}""");
    }

    private Page open() {
        return browsers.signedIn().get("/organizations/acme/members/" + Acme.GRACE);
    }

    @Test
    void all_that_happened_is_told_newest_first() {
        assertThat(open().text()).containsSubsequence(
                "API token …0000beef changed the role, on behalf of Ada Lovelace",
                "Role", "from Endpoint User → to Developer", "25 Nov 2026, 10:00 UTC",
                "Ada Lovelace invited Grace Hopper as Endpoint User", "23 Nov 2026, 10:00 UTC");
    }

    @Test
    void what_is_in_the_signed_log_is_marked_and_what_is_not_yet_is_not() {
        assertThat(open().html()).as("before the first checkpoint").doesNotContain("/proofs/", "signed log");
        services.answer(Acme.PATH + "/log/checkpoint", """
                {"number":2,"size":1,"root":"","checkpoint":"","proof":"","position":"8","signedAt":"2026-11-24T10:00:07Z"}""");

        var page = open();

        assertThat(page.html()).containsOnlyOnce("/proofs/").contains("/organizations/acme/proofs/01990000-0000-7000-8000-0000000000e3");
        assertThat(page.text()).contains("In the signed log: checkpoint of 24 Nov 2026, 10:00 UTC, with 1 event");
    }

    @Test
    void an_erased_member_has_a_history_without_a_name() {
        var erased = Acme.member(Acme.GRACE, "Grace Hopper", "grace@navy.example", "developer", "deleted", "accepted")
                .replace("\"Grace Hopper\"", "null").replace("\"grace@navy.example\"", "null").replace("\"Ada Lovelace\"", "null");
        services.answer(GRACE, erased).answer(GRACE + "/history", """
                {"data":[%s],"next":null,"position":"9"}""".formatted(INVITED.replace("\"Grace Hopper\"", "null")
                .replace("\"grace@navy.example\"", "null")));

        assertThat(open().text()).contains("Ada Lovelace invited Erased member as Endpoint User", "Invited by Erased member");
    }

    @Test
    void the_history_of_others_is_neither_shown_nor_asked_for_without_the_audit_log() {
        Acme.asEndpointUser(services);
        var page = open();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Grace Hopper", "Developer").doesNotContain("History");
        assertThat(services.requests("GET", GRACE + "/history")).isEmpty();
    }

    @Test
    void members_are_shown_their_own_history_with_links_to_those_who_are_still_there() {
        var own = Acme.PATH + "/members/" + Acme.ADA;
        var gone = UUID.randomUUID();
        Acme.asEndpointUser(services).answer(own + "/history", """
                {"data":[%s,%s],"next":null,"position":"9"}""".formatted(INVITED.replace(Acme.ADA.toString(), Acme.GRACE.toString()),
                ROLE_CHANGED.replace("\"token\"", "\"member\"").replace("01990000-0000-7000-8000-00000000beef", gone.toString())
                        .replace(Acme.ADA.toString(), gone.toString()).replace("\"Ada Lovelace\"", "null")))
                .answer(Acme.PATH + "/api-tokens", """
                        {"data":[],"next":null,"position":"9"}""");
        var page = browsers.signedIn().get("/organizations/acme/members/" + Acme.ADA);

        assertThat(page.text()).containsSubsequence("History",
                "A former member changed the role, on behalf of a former member", "Ada Lovelace invited Grace Hopper");
        assertThat(page.html()).contains("/members/" + Acme.GRACE + "\"").doesNotContain(gone.toString());
    }

    @Test
    void former_members_have_pages_for_those_who_read_the_audit_log() {
        var gone = UUID.randomUUID();
        services.answer(GRACE + "/history", """
                {"data":[%s],"next":null,"position":"9"}""".formatted(INVITED.replace(Acme.ADA.toString(), gone.toString())
                .replace("\"Ada Lovelace\"", "null")));

        assertThat(open().html()).contains("/members/" + gone + "\"");
    }

    @Test
    void what_people_wrote_stays_text() {
        assertThat(open().html()).contains("joins the &lt;b&gt;platform&lt;/b&gt; team");
    }

    @Test
    void what_may_be_done_is_offered_and_what_may_not_is_not() {
        assertThat(open().text()).contains("Change role", "Suspend", "Delete Member").doesNotContain("Reactivate", "Leave organization");

        Acme.asEndpointUser(services).answer(GRACE + "/history", """
                {"data":[%s],"next":null,"position":"9"}""".formatted(INVITED));
        assertThat(open().text()).doesNotContain("Change role", "Suspend", "Delete Member", "API tokens none");
    }

    @Test
    void tokens_are_counted_for_users_who_may_see_them() {
        assertThat(open().html()).contains("<a href=\"/organizations/acme/api-tokens?owner=" + Acme.GRACE + "\">none</a>");
        assertThat(services.requests("GET", Acme.PATH + "/api-tokens")).singleElement()
                .satisfies(it -> assertThat(it.path()).contains("owner=" + Acme.GRACE));
    }

    @Test
    void tokens_of_others_are_not_queried_for_users_who_may_not_see_them() {
        Acme.asEndpointUser(services).answer(GRACE + "/history", """
                {"data":[],"next":null,"position":"9"}""");

        assertThat(open().status()).isEqualTo(200);
        assertThat(services.requests("GET", Acme.PATH + "/api-tokens")).isEmpty();
    }

    private static String accounts(boolean firstIsCurrent) {
        return """
                {"accounts":[{"accountId":"%s","provider":"google","linkedAt":"2026-11-24T10:00:00Z","current":%s},
                 {"accountId":"%s","provider":"github","linkedAt":"2026-11-25T10:00:00Z","current":false}]}"""
                .formatted(Acme.ADA, firstIsCurrent, Acme.GRACE);
    }

    @Test
    void the_accounts_that_a_member_signs_in_with_are_shown_to_those_who_manage_members() {
        services.answer(GRACE + "/accounts", accounts(false));

        assertThat(open().text())
                .containsSubsequence("Sign-in accounts", "Google", "since 24 Nov 2026, 10:00 UTC", "Remove", "GitHub", "Remove")
                .doesNotContain("Link a GitHub account", "this session");
        Acme.asEndpointUser(services).answer(GRACE + "/accounts", accounts(false));
        assertThat(open().text()).doesNotContain("Sign-in accounts");
        assertThat(services.requests("GET", GRACE + "/accounts")).isEmpty();
    }

    @Test
    void members_link_accounts_and_remove_those_that_they_are_not_signed_in_with() {
        var own = Acme.PATH + "/members/" + Acme.ADA;
        Acme.asEndpointUser(services).answer(own + "/accounts", accounts(true)).answer(own + "/history", """
                {"data":[],"next":null,"position":"9"}""").answer(Acme.PATH + "/api-tokens", """
                {"data":[],"next":null,"position":"9"}""");
        var page = browsers.signedIn().get("/organizations/acme/members/" + Acme.ADA);

        assertThat(page.text()).containsSubsequence("Sign-in accounts", "Google this session", "GitHub", "Remove", "Link a Google account",
                "Link a GitHub account");
        assertThat(page.html()).contains("/accounts/" + Acme.GRACE + "/remove\"").doesNotContain("/accounts/" + Acme.ADA + "/remove\"");
    }

    @Test
    void an_unknown_member_is_not_found() {
        var missing = browsers.signedIn().get("/organizations/acme/members/" + UUID.randomUUID());

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).contains("Page not found");
    }
}
