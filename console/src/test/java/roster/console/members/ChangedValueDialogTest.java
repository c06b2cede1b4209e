package roster.console.members;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The dialogs that change the name or the address of a member. */
@ConsoleTest
class ChangedValueDialogTest {
    private static final String MEMBER = "/organizations/acme/members/" + Acme.GRACE;
    private static final String OF_GRACE = Acme.PATH + "/members/" + Acme.GRACE;
    private static final String NOTHING = """
            {"events": []}""";

    private static final String ROLES = """
            {"data":[{"role":"developer","permissions":[],"members":{"active":2,"invited":0,"suspended":0,"expired":0}}],
             "next":null,"position":"7"}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void signIn() {
        ada = browsers.signedIn();
        Acme.asAdmin(services);
        show("active", "accepted");
    }

    private void show(String status, String invitation) {
        services.answer(OF_GRACE, Acme.member(Acme.GRACE, "Grace <Hopper>", "grace@navy.example", "developer", status, invitation))
                .answer("PUT", OF_GRACE + "/name", 200, NOTHING).answer("PUT", OF_GRACE + "/email", 200, NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"name,Grace &lt;Hopper&gt;,Amazing Grace", "email,grace@navy.example,grace@hopper.example"})
    void the_value_is_there_to_be_corrected_and_sent(String action, String before, String after) {
        var dialog = ada.dialog(MEMBER + "/" + action);
        assertThat(dialog.html()).contains("name=\"" + action + "\"", "value=\"" + before + "\"");

        ada.post(dialog, MEMBER + "/" + action, action, after, "reason", "a typing error");

        assertThat(services.requests("PUT", OF_GRACE + "/" + action).getLast().body())
                .contains("\"" + action + "\":\"" + after + "\"", "\"reason\":\"a typing error\"").doesNotContain("takeOver");
    }

    @Test
    void a_value_that_is_rejected_stays_with_what_is_wrong_beside_it() {
        var dialog = ada.dialog(MEMBER + "/name");
        services.answer("PUT", OF_GRACE + "/name", 400, """
                {"code":"invalid","status":400,"errors":[{"pointer":"/name","detail":"must not contain a link"}]}""");

        var again = ada.post(dialog, MEMBER + "/name", "name", "www.evil.example", "reason", "");

        assertThat(again.html()).contains("value=\"www.evil.example\"", "aria-describedby=\"name-wrong\"");
        assertThat(again.text()).contains("Name must not contain a link.");
    }

    @Test
    void an_invitation_is_said_to_go_out_anew_and_a_member_to_sign_in_as_before() {
        assertThat(ada.dialog(MEMBER + "/email").text()).contains("The previous address is notified")
                .doesNotContain("sent again to this address");
        show("invited", "pending");
        assertThat(ada.dialog(MEMBER + "/email").text()).contains("sent again to this address")
                .doesNotContain("The previous address is notified");
    }

    @Test
    void members_without_permissions_are_offered_to_change_their_own_name_and_nothing_of_others() {
        Acme.asEndpointUser(services).answer(Acme.PATH + "/roles", ROLES).answer(Acme.PATH + "/members",
                "{\"data\":[%s,%s],\"next\":null,\"position\":\"7\"}".formatted(
                        Acme.member(Acme.ADA, "Ada", "ada@acme.example", "endpoint_user", "active", "accepted"),
                        Acme.member(Acme.GRACE, "Grace", "grace@navy.example", "developer", "active", "accepted")));

        assertThat(ada.get("/organizations/acme/members").html()).contains("/members/" + Acme.ADA + "/name")
                .doesNotContain("/members/" + Acme.ADA + "/email", "/members/" + Acme.GRACE + "/name");
    }
}
