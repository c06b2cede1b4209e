package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

@InBrowser
class InvitationTest {
    private static final String NAME = "Grace Hopper";
    private final String email = "grace." + UUID.randomUUID().toString().substring(0, 8) + "@navy.example";
    private Roster roster;
    private String member = "";

    @BeforeEach
    void invite(Roster shared) {
        roster = shared;
    }

    private String invited() {
        var answer = roster.commands().invite("acme", NAME, email, "developer");
        member = answer.text("/memberId");
        return link(1);
    }

    private String link(int emails) {
        return roster.mails().to(email, emails).getLast().token();
    }

    private List<String> history() {
        return history(roster.queries().get("/organizations/acme/members/" + member + "/history"));
    }

    private static List<String> history(Answer answer) {
        return answer.body().path("data").valueStream().map(it -> it.path("type").asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Google", "GitHub"})
    void an_admin_invites_and_the_invitee_joins_by_the_link_in_the_email(String provider) {
        try (var ada = Visitor.ada(roster); var grace = Visitor.of(roster)) {
            ada.invite(NAME, email, "Developer").isTold(NAME + " is invited");
            assertThat(ada.row(email)).containsText("Invited");

            grace.openLink(link(1)).sees("Join Acme").shown("invitation");
            grace.continueWith(provider).as("Grace", email).sees("Join Acme").shown("invitation-ready");
            grace.button("Join Acme").click();

            grace.sees("Members").isTold("Welcome").shown("members-of-a-developer");
            assertThat(grace.row(email)).containsText("Active");
            assertThat(grace.link("Invite new member")).hasCount(0);
            assertThat(grace.row("ada@acme.example").locator("summary")).hasCount(0);
            ada.page().reload();
            assertThat(ada.row(email)).containsText("Active");
        }
    }

    @Test
    void the_wrong_account_is_named_and_can_be_changed_while_the_invitation_stays() {
        try (var grace = Visitor.of(roster)) {
            grace.openLink(invited()).continueWith("Google").as("Gracie", "gracie@elsewhere.example");
            grace.isTold("Wrong account. You are signed in with Google as gracie@elsewhere.example").shown("invitation-wrong-account");
            assertThat(history()).containsExactly("member.invited");

            grace.continueWith("GitHub").as(NAME, email).button("Join Acme").click();

            grace.sees("Members");
        }
    }

    @Test
    void any_address_that_github_has_verified_opens_the_invitation_and_later_the_right_provider_is_named() {
        try (var grace = Visitor.of(roster); var ada = Visitor.ada(roster); var again = Visitor.of(roster)) {
            grace.openLink(invited()).continueWith("GitHub").page().getByText("More about this account").click();
            grace.page().locator("[name=others]").fill("g@home.example, " + email);
            grace.as(NAME, "hopper@elsewhere.example").button("Join Acme").click();
            grace.sees("Members").isTold("Welcome");

            ada.open("/organizations/acme/members/" + member).sees(NAME).shown("member-with-account");
            assertThat(ada.page().locator(".accounts")).containsText("GitHub");

            again.open("/").continueWith("Google").as(NAME, email).sees("No organization").shown("organizations-other-account");
            assertThat(again.page().locator("main")).containsText("A member with your address signs in with GitHub");
            again.open("/organizations/acme/members").sees("You are not a member here").continueWith("GitHub");
        }
    }

    @Test
    void the_address_on_a_profile_at_github_opens_no_invitation() {
        var address = "alan.turing@acme.example";
        roster.commands().invite("acme", "Alan Turing", address, "developer");
        try (var alan = Visitor.of(roster)) {
            alan.openLink(roster.mails().to(address, 1).getLast().token()).continueWith("GitHub");
            alan.page().getByText("Continue as Alan Turing").click();

            alan.isTold("Wrong account. You are signed in with GitHub as alan@bletchley.example");
            assertThat(alan.button("Join Acme")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Google", "GitHub"})
    void an_address_that_the_provider_has_not_verified_does_not_count(String provider) {
        try (var grace = Visitor.of(roster)) {
            grace.openLink(invited()).continueWith(provider).as(NAME, email, false);

            grace.isTold("Address not verified.").shown("invitation-unverified-" + provider);
            assertThat(grace.button("Join Acme")).hasCount(0);
            assertThat(history()).containsExactly("member.invited");
        }
    }

    @Test
    void a_link_that_scanners_have_opened_fifty_times_is_as_good_as_new() {
        var token = invited();
        IntStream.range(0, 47).forEach(_ -> Chromium.browser().newContext().request().get(roster.console() + "/invitations").dispose());
        for (int i = 0; i < 3; i++) {
            try (var scanner = Visitor.of(roster)) {
                scanner.openLink(token).sees("Join Acme");
            }
        }
        assertThat(history()).containsExactly("member.invited");

        try (var grace = Visitor.of(roster)) {
            grace.openLink(token).continueWith("GitHub").as(NAME, email).button("Join Acme").click();
            grace.sees("Members");
        }
    }

    @Test
    void two_tabs_that_accept_at_once_make_one_membership() {
        try (var grace = Visitor.of(roster)) {
            grace.openLink(invited()).continueWith("Google").as(NAME, email).sees("Join Acme");
            var first = grace.page();
            grace.openInNewTab("/invitations").sees("Join Acme");
            first.evaluate("document.querySelector('form[action$=\"/accept\"]').submit()");
            grace.button("Join Acme").click();

            assertThat(grace.page().locator("h1")).containsText("This invitation has ended");
            grace.shown("invitation-ended");
            first.waitForURL("**/organizations/acme/members");
            assertThat(history()).containsExactly("member.invited", "member.invitation_accepted");
        }
    }

    @Test
    void a_revoked_link_has_ended_and_a_cut_one_is_not_complete_until_another_is_opened_in_the_same_tab() {
        var token = invited();
        roster.commands().post("/organizations/acme/members/" + member + "/invitation/revoke", null);

        try (var grace = Visitor.of(roster)) {
            grace.openLink(token).sees("This invitation has ended");
            grace.openInNewTab("/").openLink(token.substring(0, token.length() - 4)).sees("This link is not complete")
                    .shown("invitation-unknown");
            roster.commands().invite("acme", NAME, email, "developer");
            grace.openLink(link(2)).sees("Join Acme");
            assertThat(grace.page()).hasURL(roster.console() + "/invitations");
            grace.openLink("%E0%A4%A").sees("This link is not complete");
            assertThat(grace.page()).hasURL(roster.console() + "/invitations");
        }
    }

    @Test
    void declining_ends_it() {
        try (var grace = Visitor.of(roster)) {
            grace.openLink(invited()).page().getByText("Not for you? Decline").click();
            grace.button("Decline the invitation").click();

            grace.sees("You have declined").shown("invitation-declined");
            assertThat(history()).containsExactly("member.invited", "member.invitation_declined");
        }
    }

    @Test
    void after_it_has_expired_a_new_one_can_be_asked_for_and_sent() throws Exception {
        var token = invited();
        letExpire();
        try (var grace = Visitor.of(roster); var ada = Visitor.ada(roster)) {
            grace.openLink(token).sees("This invitation has expired").shown("invitation-expired");
            grace.button("Ask for a new invitation").click();
            grace.sees("You have asked for a new invitation").shown("invitation-asked-again");

            Await.until(() -> history().contains("member.new_invitation_requested"));
            ada.open("/organizations/acme/members?q=" + email);
            ada.page().getByLabel("Invited").check();
            assertThat(ada.row(email)).hasCount(0);
            ada.page().getByLabel("Expired").check();
            assertThat(ada.page().getByLabel("Expired").locator("xpath=..").locator(".count")).not().hasText("0");
            assertThat(ada.row(email)).containsText("Expired");
            ada.shown("members-expired");
            assertThat(ada.row(email)).containsText("requested a new invitation");
            ada.choose("Resend invitation", email).shown("dialog-resend").press("Send").isTold("is sent a new link");

            grace.openLink(link(2)).continueWith("GitHub").as(NAME, email).button("Join Acme").click();
            grace.sees("Members");
        }
    }

    /** Expires the invitation in the database, because the clock of the services cannot be set. */
    private void letExpire() throws SQLException {
        Await.until(() -> !history().isEmpty());
        try (var database = roster.database(); var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate("""
                    update event_store.event set payload = jsonb_set(payload, '{expiresAt}', '"2026-01-01T00:00:00Z"')
                     where event_type = 'member.invited' and aggregate_id = '%s'""".formatted(member));
            statement.executeUpdate("update command.membership set invitation_expires_at = '2026-01-01T00:00:00Z' where member_id = '%s'"
                    .formatted(member));
        }
    }
}
