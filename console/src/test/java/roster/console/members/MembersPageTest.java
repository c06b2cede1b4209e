package roster.console.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

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
            {"data":[{"role":"admin","permissions":[],"members":{"active":1,"invited":0,"suspended":0,"expired":0}},
                     {"role":"developer","permissions":[],"members":{"active":4,"invited":5,"suspended":1,"expired":2}},
                     {"role":"endpoint_user","permissions":[],"members":{"active":0,"invited":1,"suspended":0,"expired":1}}],
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
        services.answer(Acme.PATH + "/roles", ROLES).answer(Acme.PATH + "/members", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(
                Acme.member(UUID.randomUUID(), "Late <i>Comer</i>", "late@navy.example", "developer", "invited", "expired")));
    }

    private String asked() {
        return services.requests("GET", Acme.PATH + "/members").getLast().path();
    }

    @Test
    void members_are_counted_by_role_and_by_status_the_expired_apart_from_the_invited() {
        assertThat(ada.get(PATH).text()).contains("1 Admin · 10 Developers · 1 Endpoint User",
                "All members 12Active 5Invited 3Expired 3Suspended 1Deleted", "All roles (12)", "Developer (10)");
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
