package roster.console.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

/** Dialogs that remove the right to invite show the invitations that end with it. */
@ConsoleTest
class RemovedInviterDialogTest {
    private static final String MEMBER = "/organizations/acme/members/" + Acme.GRACE;
    private static final String OF_GRACE = Acme.PATH + "/members/" + Acme.GRACE;

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void signIn() {
        ada = browsers.signedIn();
        Acme.asAdmin(services).answer(OF_GRACE,
                Acme.member(Acme.GRACE, "Grace Hopper", "grace@navy.example", "admin", "active", "accepted"));
    }

    private void pending(String method, String path, int count) {
        var invited = IntStream.rangeClosed(1, count).mapToObj(i -> new UUID(0x01990000_0000_7000L, 0x8000_0000_0000_0000L + i)).toList();
        for (int i = 0; i < count; i++) {
            services.answer(Acme.PATH + "/members/" + invited.get(i),
                    Acme.member(invited.get(i), "Guest <b>" + (i + 1), "guest@navy.example", "developer", "invited", "pending"));
        }
        services.answer(method, path, 200, """
                {"events": [%s]}""".formatted(invited.stream()
                .map("{\"type\": \"member.invitation_revoked\", \"aggregateId\": \"%s\", \"event\": {}}"::formatted)
                .collect(Collectors.joining(","))));
    }

    @ParameterizedTest
    @CsvSource({"delete,DELETE,''", "suspend,POST,/suspend", "role,PUT,/role"})
    void the_invitations_are_named_and_may_be_taken_over(String action, String method, String path) {
        pending(method, OF_GRACE + path, 7);

        var dialog = ada.dialog(MEMBER + "/" + action);

        assertThat(dialog.text()).contains("pending invitations in their name are revoked".substring(1), "Guest &lt;b&gt;1",
                "Guest &lt;b&gt;5", "and 2 more", "Send them again in my name instead").doesNotContain("Guest &lt;b&gt;6");
        ada.post(dialog, MEMBER + "/" + action, "role", "developer", "takesOver", "true", "reason", "");
        var sent = services.requests(method, OF_GRACE + path).getLast();
        assertThat(sent.path() + sent.body()).contains("takeOverInvitations");
        ada.post(dialog, MEMBER + "/" + action, "role", "developer", "reason", "");
        var without = services.requests(method, OF_GRACE + path).getLast();
        assertThat(without.path() + without.body()).doesNotContain("takeOverInvitations");
    }

    @Test
    void where_none_is_pending_nothing_is_said_of_any() {
        pending("DELETE", OF_GRACE, 0);

        assertThat(ada.dialog(MEMBER + "/delete").text()).doesNotContain("invitations", "Send them again");
    }

    @Test
    void a_refused_form_still_offers_what_was_chosen() {
        pending("DELETE", OF_GRACE, 1);
        var dialog = ada.dialog(MEMBER + "/delete");
        services.answer("DELETE", OF_GRACE + "?takeOverInvitations=true", 429, """
                {"code":"limit-reached","status":429,"detail":"An address is sent at most 10 e-mails a day."}""");

        var again = ada.post(dialog, MEMBER + "/delete", "takesOver", "true", "reason", "");

        assertThat(again.text()).contains("Guest &lt;b&gt;1", "Send them again in my name instead");
        assertThat(again.html()).containsPattern("name=\"takesOver\" value=\"true\" checked");
    }

    @Test
    void a_member_cannot_take_over_their_own_invitations() {
        pending("DELETE", Acme.PATH + "/members/" + Acme.ADA, 1);

        assertThat(ada.dialog("/organizations/acme/members/" + Acme.ADA + "/leave").text())
                .contains("Pending invitations in your name are revoked").doesNotContain("Send them again");
    }
}
